import { expect, it } from 'vitest';
import { excerpt } from './highlights';

it('marks what was found where the server says', () => {
  const found = [
    { start: 0, end: 4 },
    { start: 9, end: 13 },
  ];
  expect(excerpt('Ship it, ship it', found)).toEqual([
    { text: 'Ship', marked: true },
    { text: ' it, ', marked: false },
    { text: 'ship', marked: true },
    { text: ' it', marked: false },
  ]);
});

it('counts in code points', () => {
  expect(excerpt('🎂🎂 cake', [{ start: 3, end: 7 }])).toEqual([
    { text: '🎂🎂 ', marked: false },
    { text: 'cake', marked: true },
  ]);
});

it('begins just before the first hit, with a whole word', () => {
  const body = `${'word '.repeat(60)}we will deploy it`;
  const start = body.indexOf('deploy');
  expect(excerpt(body, [{ start, end: start + 6 }])).toEqual([
    { text: '…', marked: false },
    { text: 'word we will ', marked: false },
    { text: 'deploy', marked: true },
    { text: ' it', marked: false },
  ]);
});

it('begins at the hit where no word ends before it', () => {
  const parts = excerpt(`${'x'.repeat(500)}cake`, [{ start: 500, end: 504 }]);
  expect(parts[1]).toEqual({ text: 'cake', marked: true });
});

it('is the beginning of a text in which nothing is marked, and never too long', () => {
  const [only] = excerpt('y'.repeat(500), []);
  expect(only?.text).toHaveLength(180);
});

it('turns no direction around', () => {
  expect(excerpt('a\u202eb', [])).toEqual([{ text: 'ab', marked: false }]);
});
