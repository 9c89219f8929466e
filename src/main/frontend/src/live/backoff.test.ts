import { expect, it } from 'vitest';
import { backoff } from './backoff';

it('doubles up to half a minute', () => {
  expect(backoff(0, () => 1)).toBe(600);
  expect(backoff(3, () => 1)).toBe(4100);
  expect(backoff(20, () => 1)).toBe(30_100);
});

it('spreads returns over the whole wait', () => {
  expect(backoff(5, () => 0)).toBe(100);
});
