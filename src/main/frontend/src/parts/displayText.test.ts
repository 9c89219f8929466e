import { expect, it } from 'vitest';
import { isLine, lineFault, showsSomething } from './displayText';

it.each(['\u200b', '\u3164', '\u2800', '\u00ad', '\u0301', '\ufe0f', '\u3000'])(
  'sees nothing in %j',
  (text) => {
    expect(showsSomething(` ${text} `)).toBe(false);
    expect(isLine(text)).toBe(false);
  },
);

it.each(['Ann', 'José', 'می\u200cروم', '👩‍👩‍👧', '한글', '🫠', '.'])('takes %s for a name', (text) => {
  expect(lineFault(text)).toBeUndefined();
  expect(isLine(text)).toBe(true);
});

it('says what is wrong', () => {
  expect(lineFault('')).toBeUndefined();
  expect(lineFault('\u200b')).toContain('can be seen');
  expect(lineFault('a\u2028b')).toContain('one line');
  expect(lineFault('a\u202eb')).toContain('direction');
});
