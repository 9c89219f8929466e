import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { lazy, Suspense } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Boundary } from './Boundary';
import { later } from './later';
import { Part } from './Part';

const NotThere = lazy(() => Promise.reject(new Error('no network')));

const page = (at: string) => (
  <MantineProvider env="test">
    <p>The rest</p>
    <Boundary at={at}>
      <Suspense fallback="Loading">{at === '/chats' ? <NotThere /> : 'Elsewhere'}</Suspense>
    </Boundary>
  </MantineProvider>
);

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it('keeps the rest of the page when a part cannot be loaded, and lets one go on elsewhere', async () => {
  const { rerender } = render(page('/chats'));
  expect(await screen.findByText('This cannot be shown')).toBeTruthy();
  expect(screen.getByText('The rest')).toBeTruthy();
  expect(screen.getByText('Try again')).toBeTruthy();
  expect(screen.getByText('Load the page again')).toBeTruthy();
  rerender(page('/people'));
  expect(screen.getByText('Elsewhere')).toBeTruthy();
});

it('says so where nothing is to stand in its place', async () => {
  const failed = vi.fn();
  render(
    <MantineProvider env="test">
      <Boundary at="new" onFailure={failed}>
        <Suspense>
          <NotThere />
        </Suspense>
      </Boundary>
    </MantineProvider>,
  );
  await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce());
  expect(screen.queryByText('This cannot be shown')).toBeNull();
});

it('tries again by itself when the network is back', async () => {
  let there = false;
  const ThePane = () => <p>The pane</p>;
  const Pane = later(async () => {
    await Promise.resolve();
    if (!there) throw new Error('no network');
    return { default: ThePane };
  });
  render(
    <MantineProvider env="test">
      <Part at="/people">
        <Pane />
      </Part>
    </MantineProvider>,
  );
  expect(await screen.findByText('This cannot be shown')).toBeTruthy();
  fireEvent.click(screen.getByText('Try again'));
  expect(await screen.findByText('This cannot be shown')).toBeTruthy();
  there = true;
  fireEvent(window, new Event('online'));
  expect(await screen.findByText('The pane')).toBeTruthy();
});
