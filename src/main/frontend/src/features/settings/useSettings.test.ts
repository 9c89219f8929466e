import { expect, it } from 'vitest';
import { snapshot } from '../../live/stateFixtures';
import { takenBack } from './useSettings';

const before = snapshot.settings;

it('a change that was refused is taken back, another one that waits is not', () => {
  const now = { ...before, discoverable: false, read_receipts: false };
  expect(takenBack(now, before, { discoverable: false })).toEqual({ ...before, read_receipts: false });
});

it('what the server has told since stays', () => {
  const told = { ...before, theme: 'dark' as const, version: 2 };
  expect(takenBack(told, before, { discoverable: false })).toBe(told);
});
