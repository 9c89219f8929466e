import { expect, it } from 'vitest';
import { folded, isCalled } from './foldedText';

it.each([
  ['Café', 'CAFE\u0301'],
  ['한글', '\u1112\u1161\u11ab\u1100\u1173\u11af'],
  ['東京\u3000会議', '東京 会議'],
  ['two\u00a0words', 'two words'],
  ['Straße', 'STRASSE'],
  ['ΟΔΟΣ', 'οδος'],
  ['ﬁsh', 'FISH'],
  ['İstanbul', 'istanbul'],
  ['ısparta', 'ISPARTA'],
  ['می\u200cروم', 'میروم'],
  ['❤\ufe0f', '❤'],
])('takes %s and %s for the same', (one, other) => {
  expect(folded(one)).toBe(folded(other));
});

it('tells other letters apart', () => {
  expect(folded('é')).not.toBe(folded('e'));
  expect(folded('か')).not.toBe(folded('が'));
});

it('finds people by a part of either name', () => {
  const person = { username: 'andre', display_name: 'Andre\u0301 Weiß' };
  expect(isCalled(person, 'NDRÉ weiss')).toBe(true);
  expect(isCalled(person, 'Andr')).toBe(true);
  expect(isCalled(person, '\u200b')).toBe(true);
  expect(isCalled(person, 'Anna')).toBe(false);
});
