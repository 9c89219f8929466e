import { MantineProvider } from '@mantine/core';
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, it, vi } from 'vitest';
import { person } from '../../live/chatFixtures';
import type { LiveClient, LiveView } from '../../live/client';
import { LiveContext } from '../../live/context';
import { toast } from '../../parts/toasts';
import BlockedPage from './BlockedPage';

vi.mock('../../parts/toasts', () => ({ toast: vi.fn() }));

const asked: string[] = [];
let blocked = [person('ben'), person('cleo')];
vi.mock('../../api/client', async (original) => ({
  ...(await original<object>()),
  call: (method: string, path: string) => {
    asked.push(`${method} ${path}`);
    if (method === 'DELETE') blocked = blocked.filter(({ username }) => path !== `blocks/${username}/`);
    return Promise.resolve(method === 'GET' ? { items: blocked, next: null } : undefined);
  },
}));

const view = { state: { blockChanges: 0 }, link: 'live', failure: null } as unknown as LiveView;
const live = { subscribe: () => () => undefined, current: () => view } as unknown as LiveClient;

// A busy machine is given time.
configure({ asyncUtilTimeout: 10_000 });

afterEach(cleanup);

it('says whom each button unblocks, and that it has', async () => {
  render(
    <MantineProvider env="test">
      <MemoryRouter>
        <LiveContext value={live}>
          <BlockedPage />
        </LiveContext>
      </MemoryRouter>
    </MantineProvider>,
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Unblock Cleo' }));
  await waitFor(() => expect(screen.queryByText('Cleo')).toBeNull());
  expect(asked).toEqual(['GET blocks/', 'DELETE blocks/cleo/', 'GET blocks/']);
  expect(vi.mocked(toast).mock.calls[0]?.[0].message).toBe('Cleo is no longer blocked.');
  expect(screen.getByRole('button', { name: 'Unblock Ben' })).toBeTruthy();
});
