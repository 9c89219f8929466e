import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SETTLES_MS, useSteadyClicks } from './useSteadyClicks';

function List({
  names,
  onTake,
  steady,
}: {
  names: string[];
  onTake: (name: string) => void;
  steady: boolean;
}) {
  useSteadyClicks();
  return (
    <ul data-steady={steady || undefined}>
      {names.map((name) => (
        <li key={name}>
          <button type="button" onClick={() => onTake(name)}>
            Take {name}
          </button>
        </li>
      ))}
    </ul>
  );
}

const takes = vi.fn<(name: string) => void>();
const show = (names: string[], steady = true) => <List names={names} onTake={takes} steady={steady} />;
/** A pointer's click; the browser counts its presses in `detail`. */
const press = (name: string, detail = 1) =>
  screen
    .getByRole('button', { name: `Take ${name}` })
    .dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail }));
const passes = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
  takes.mockReset();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it('holds up a second click when the next item slides under the pointer', async () => {
  const { rerender } = render(show(['ann', 'ben']));
  await passes(SETTLES_MS);
  press('ann');
  rerender(show(['ben']));
  await passes(450);
  press('ben');
  expect(takes.mock.calls).toEqual([['ann']]);
  await passes(50);
  press('ben');
  expect(takes.mock.calls).toEqual([['ann'], ['ben']]);
});

it('never holds up the keyboard, whose clicks count no press', async () => {
  const { rerender } = render(show(['ann', 'ben']));
  rerender(show(['ben']));
  await passes(0);
  press('ben', 0);
  expect(takes.mock.calls).toEqual([['ben']]);
});

it('leaves other lists alone', async () => {
  const { rerender } = render(show(['ann', 'ben'], false));
  rerender(show(['ben'], false));
  await passes(0);
  press('ben');
  expect(takes.mock.calls).toEqual([['ben']]);
});
