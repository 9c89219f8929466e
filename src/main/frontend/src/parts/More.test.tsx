import { MantineProvider } from '@mantine/core';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { More } from './More';

/** A screen on which the end of the list is always in view. */
class InView {
  constructor(private readonly seen: (entries: { isIntersecting: boolean }[]) => void) {}
  observe() {
    queueMicrotask(() => this.seen([{ isIntersecting: true }]));
  }
  disconnect() {}
}

const show = (load: (() => Promise<boolean>) | null) =>
  render(
    <MantineProvider env="test">
      <More load={load} />
    </MantineProvider>,
  );
/** What was drawn, and what comes of it, a few times over. */
const settle = async () => {
  for (let turn = 0; turn < 5; turn++) await act(() => Promise.resolve());
};

beforeEach(() => {
  vi.stubGlobal('IntersectionObserver', InView);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('loads page after page while the end is in view', async () => {
  let pages = 0;
  const load = vi.fn(() => Promise.resolve(++pages > 0));
  const { rerender } = show(load);
  await settle();
  expect(load.mock.calls.length).toBeGreaterThan(1);
  rerender(
    <MantineProvider env="test">
      <More load={null} />
    </MantineProvider>,
  );
  expect(screen.queryByRole('button')).toBeNull();
});

it('does not try again by itself what has failed', async () => {
  const load = vi.fn(() => Promise.resolve(false));
  show(load);
  await settle();
  expect(load).toHaveBeenCalledTimes(1);
  fireEvent.click(screen.getByText('More could not be loaded. Try again'));
  await settle();
  expect(load).toHaveBeenCalledTimes(2);
});
