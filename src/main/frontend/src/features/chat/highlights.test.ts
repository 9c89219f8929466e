import { expect, it } from 'vitest';
import { highlightParts } from './highlights';

it('marks what was found, whatever its case', () => {
  expect(highlightParts('Ship it, ship it', ['SHIP'])).toEqual([
    { text: 'Ship', marked: true },
    { text: ' it, ', marked: false },
    { text: 'ship', marked: true },
    { text: ' it', marked: false },
  ]);
});

it('takes signs as they are', () => {
  expect(highlightParts('costs 5$ (or so)', ['5$ ('])).toContainEqual({ text: '5$ (', marked: true });
});

it('cuts a long text to where it was found', () => {
  const parts = highlightParts('x'.repeat(500) + ' cake', ['cake']);
  expect(parts[0]?.text.length).toBeLessThan(50);
  expect(parts[1]).toEqual({ text: 'cake', marked: true });
});
