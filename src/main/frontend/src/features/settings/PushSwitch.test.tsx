import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { call, Problem } from '../../api/client';
import type { LiveClient, LiveView } from '../../live/client';
import { LiveContext } from '../../live/context';
import { start } from '../../live/stateFixtures';
import { canPush, turnOn } from '../notifications/push';
import { PushSwitch } from './PushSwitch';

vi.mock('../../api/client', async (original) => ({ ...(await original<object>()), call: vi.fn() }));
vi.mock('../notifications/push', async (original) => ({
  ...(await original<object>()),
  canPush: vi.fn(),
  turnOn: vi.fn(),
}));

const view: LiveView = { state: start, link: 'live', failure: null };
const live = { subscribe: () => () => undefined, current: () => view } as unknown as LiveClient;

beforeEach(() => {
  vi.mocked(call).mockReset().mockResolvedValue({ key: 'BAAA' });
  vi.mocked(canPush).mockReset().mockReturnValue(true);
  vi.mocked(turnOn).mockReset();
});
afterEach(cleanup);

const shows = () =>
  render(
    <MantineProvider env="test">
      <LiveContext value={live}>
        <PushSwitch />
      </LiveContext>
    </MantineProvider>,
  );
const found = () => screen.findByRole<HTMLInputElement>('switch', { name: /^Also when Parley is closed/ });

it('is not there where the server does not push', async () => {
  vi.mocked(call).mockRejectedValue(new Problem(404, { code: 'push_not_configured' }));
  shows();
  await waitFor(() => expect(call).toHaveBeenCalledWith('GET', 'push/key/'));
  await expect(vi.mocked(call).mock.results[0]?.value).rejects.toThrow();
  expect(screen.queryByRole('switch')).toBeNull();
});

it('is not there where the browser cannot, and the server is not asked', () => {
  vi.mocked(canPush).mockReturnValue(false);
  shows();
  expect(screen.queryByRole('switch')).toBeNull();
  expect(call).not.toHaveBeenCalled();
});

it('shows at once where it was put, and is asked for one thing at a time', async () => {
  vi.mocked(turnOn).mockReturnValue(new Promise(() => undefined));
  shows();
  const here = await found();
  expect(here.checked).toBe(false);
  fireEvent.click(here);
  expect(here.checked).toBe(true);
  expect(here.getAttribute('aria-busy')).toBe('true');
  fireEvent.click(here);
  expect(turnOn).toHaveBeenCalledExactlyOnceWith(start.user.id);
});

it('goes back when it cannot be done', async () => {
  vi.mocked(turnOn).mockRejectedValue(new Problem(0, { code: 'no_worker', detail: 'It did not start.' }));
  shows();
  const here = await found();
  fireEvent.click(here);
  await waitFor(() => expect(here.getAttribute('aria-busy')).toBe('false'));
  expect(here.checked).toBe(false);
});
