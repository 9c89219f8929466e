import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SETTLES_MS, useSteadyLists } from './useSteadyLists';

interface Props {
  names: string[];
  answered?: string;
  steady?: boolean;
}

function List({ names, answered, steady = true }: Props) {
  useSteadyLists();
  return names.length === 0 ? null : (
    <ul data-steady={steady || undefined}>
      {names.map((name) => (
        <li key={name}>{name === answered ? <button>Undo {name}</button> : <a href="/">Take {name}</a>}</li>
      ))}
    </ul>
  );
}

const passes = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
/** Whether a pointer's click gets through; the style sheet takes it from what settles. */
const takesClicks = (text: string) => screen.getByText(text).closest('[data-settling]') === null;

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it('takes a click at once where it has just been opened', async () => {
  const { rerender } = render(<List names={[]} />);
  rerender(<List names={['ann', 'ben']} />);
  await passes(0);
  expect(takesClicks('Take ben')).toBe(true);
});

it('takes no click for half a second after an item has gone', async () => {
  const { rerender } = render(<List names={['ann', 'ben']} />);
  rerender(<List names={['ben']} />);
  await passes(SETTLES_MS - 1);
  expect(takesClicks('Take ben')).toBe(false);
  await passes(1);
  expect(takesClicks('Take ben')).toBe(true);
});

it('holds up only the item whose button has changed', async () => {
  const { rerender } = render(<List names={['ann', 'ben']} />);
  rerender(<List names={['ann', 'ben']} answered="ann" />);
  await passes(0);
  expect([takesClicks('Undo ann'), takesClicks('Take ben')]).toEqual([false, true]);
  await passes(SETTLES_MS);
  expect(takesClicks('Undo ann')).toBe(true);
});

it('settles a list when another above it has gone', async () => {
  const two = (first: string[]) => (
    <>
      <List names={first} />
      <List names={['cyd']} />
    </>
  );
  const { rerender } = render(two(['ann']));
  rerender(two([]));
  await passes(0);
  expect(takesClicks('Take cyd')).toBe(false);
});

it('leaves other lists alone', async () => {
  const { rerender } = render(<List names={['ann', 'ben']} steady={false} />);
  rerender(<List names={['ben']} steady={false} />);
  await passes(0);
  expect(takesClicks('Take ben')).toBe(true);
});
