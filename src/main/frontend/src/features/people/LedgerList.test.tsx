import { MantineProvider } from '@mantine/core';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { LiveClient, LiveView } from '../../live/client';
import { LiveContext } from '../../live/context';
import { connection, start } from '../../live/stateFixtures';
import { LedgerList } from './LedgerList';

const line = (actor: string, change: string, minute: number) => ({
  at: `2026-11-26T10:0${minute}:00.000Z`,
  actor,
  change,
  reason: null,
});
vi.mock('../../api/client', async (original) => ({
  ...(await original<object>()),
  call: (_method: string, path: string) =>
    Promise.resolve(
      path.includes('cursor=50')
        ? { items: [line('ada', 'removed', 2)], next: null }
        : { items: [line('ben', 'requested', 0), line('ada', 'approved', 1)], next: '50' },
    ),
}));

const view: LiveView = { state: start, link: 'live', failure: null };
const live = { subscribe: () => () => undefined, current: () => view } as unknown as LiveClient;

/** What one does, with all that comes of it. */
const settled = (does: () => unknown) =>
  act(async () => {
    does();
    await new Promise((resolve) => setTimeout(resolve));
  });

beforeEach(() => {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('shows all that has happened, page after page', async () => {
  await settled(() =>
    render(
      <MantineProvider env="test">
        <LiveContext value={live}>
          <LedgerList connection={connection()} />
        </LiveContext>
      </MantineProvider>,
    ),
  );
  expect(screen.getByText('accepted')).toBeTruthy();
  expect(screen.getByText('sent the request')).toBeTruthy();
  await settled(() => fireEvent.click(screen.getByText('Show more')));
  expect(screen.getByText('removed the connection')).toBeTruthy();
  expect(screen.getAllByRole('listitem')).toHaveLength(3);
  expect(screen.queryByText('Show more')).toBeNull();
});
