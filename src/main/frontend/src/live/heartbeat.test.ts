import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Heartbeat } from './heartbeat';

const ask = vi.fn();
const dead = vi.fn();
const asked = () => ask.mock.calls.length;

beforeEach(() => {
  vi.useFakeTimers();
  ask.mockClear();
  dead.mockClear();
});
afterEach(() => void vi.useRealTimers());

it('goes on as long as it is answered', () => {
  const heart = new Heartbeat(ask, dead);
  heart.start(25);
  for (let beats = 1; beats <= 3; beats++) {
    vi.advanceTimersByTime(25_000);
    expect(asked()).toBe(beats);
    heart.answered();
  }
  heart.stop();
  expect(dead).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

it('is dead when no answer comes in time', () => {
  const heart = new Heartbeat(ask, dead);
  heart.start(25);
  vi.advanceTimersByTime(25_000 + 7_999);
  expect(dead).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(dead).toHaveBeenCalledOnce();
});

it('asks no second time while an answer is waited for', () => {
  const heart = new Heartbeat(ask, dead);
  heart.ping();
  heart.ping();
  expect(asked()).toBe(1);
  heart.answered();
  heart.ping();
  expect(asked()).toBe(2);
  heart.stop();
  vi.advanceTimersByTime(60_000);
  expect(dead).not.toHaveBeenCalled();
});
