import { describe, expect, it } from 'vitest';
import { hasMarkup, isOverBudget } from './markup';

describe('a text', () => {
  it.each([
    '**bold**',
    'see https://example.org',
    '> quoted',
    '- item',
    '1. first',
    '`code`',
    'a &amp; b',
    '\\*',
    '  \tcode',
  ])('with %s is shown as Markdown', (text) => expect(hasMarkup(text)).toBe(true));

  it.each(['Ship it. I will bring the cake 🎂', 'one\ntwo', '3 is less than 5, right?'])(
    'like %j is shown as it is',
    (text) => expect(hasMarkup(text)).toBe(false),
  );

  it.each([
    '>'.repeat(4000) + ' deep',
    '> '.repeat(50),
    '- '.repeat(40) + 'x',
    '1. '.repeat(40) + 'x',
    '> - '.repeat(20) + 'x',
    '['.repeat(1_001),
    '**a*'.repeat(400),
    '\n'.repeat(1_001),
    'a'.repeat(16_001),
  ])('that nests too deep or has too many marks is shown as it was typed', (text) =>
    expect(isOverBudget(text)).toBe(true),
  );

  it.each([
    '> a quote\n> in two lines',
    '- one\n  - two\n    - three',
    '**_both_**',
    '---',
    '* * *',
    `${' '.repeat(60)}deep code`,
    '['.repeat(1_000),
  ])('like %j is within bounds', (text) => expect(isOverBudget(text)).toBe(false));
});
