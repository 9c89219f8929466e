import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Ago } from './Ago';
import { useToday } from './clock';

const MINUTE = 60_000;
const drawn = vi.fn();
const draws = () => drawn.mock.calls.length;

function Day() {
  drawn();
  return <p>{new Date(useToday()).getDate()}</p>;
}

const passes = (ms: number) => act(() => void vi.advanceTimersByTime(ms));
const before = (ms: number) => new Date(Date.now() - ms).toISOString();

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(new Date(2026, 10, 26, 23, 58, 20));
  drawn.mockClear();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('keeps how long ago something was right as minutes pass', () => {
  render(<Ago at={before(90_000)} />);
  expect(screen.getByText('1 min ago')).toBeTruthy();
  passes(2 * MINUTE);
  expect(screen.getByText('3 min ago')).toBeTruthy();
  passes(60 * MINUTE);
  expect(screen.getByText('1 h ago')).toBeTruthy();
});

it('lets the next day begin at midnight, and draws nothing anew before', () => {
  render(<Day />);
  passes(99_000);
  expect(screen.getByText('26')).toBeTruthy();
  expect(draws()).toBe(1);
  passes(1_000);
  expect(screen.getByText('27')).toBeTruthy();
  expect(draws()).toBe(2);
});

it('has one timer for everything that shows time, and none when nothing does', () => {
  render(
    <>
      <Ago at={before(MINUTE)} />
      <Ago at={before(MINUTE)} />
      <Day />
    </>,
  );
  expect(vi.getTimerCount()).toBe(1);
  passes(MINUTE);
  expect(vi.getTimerCount()).toBe(1);
  cleanup();
  expect(vi.getTimerCount()).toBe(0);
});

it('is right at once when one looks at the page again after the machine has slept', () => {
  render(<Day />);
  vi.setSystemTime(new Date(2026, 10, 28, 9));
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
  expect(screen.getByText('28')).toBeTruthy();
  expect(vi.getTimerCount()).toBe(1);
});
