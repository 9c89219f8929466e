import { describe, expect, it } from 'vitest';
import { hasMarkup, inert, isTooDeep, safeAddress } from './inert';

describe('a text', () => {
  it('cannot turn its direction around', () => {
    expect(inert('evil\u202Egpj.exe\u2066')).toBe('evilgpj.exe');
    expect(inert('שלום hello')).toBe('שלום hello');
  });

  it.each(['**bold**', 'see https://example.org', '> quoted', '- item', '1. first', '`code`'])(
    'with %s is shown as Markdown',
    (text) => expect(hasMarkup(text)).toBe(true),
  );

  it.each(['Ship it. I will bring the cake 🎂', 'one\ntwo', '3 is less than 5, right?'])(
    'like %j is shown as it is',
    (text) => expect(hasMarkup(text)).toBe(false),
  );

  it.each([
    '>'.repeat(4000) + ' deep',
    '> '.repeat(50),
    '- '.repeat(40) + 'x',
    '['.repeat(500),
    '*'.repeat(300) + 'x' + '*'.repeat(300),
  ])('that nests too deep is shown as it was typed', (text) => expect(isTooDeep(text)).toBe(true));

  it.each(['> a quote\n> in two lines', '- one\n  - two\n    - three', '**_both_**', '---', '* * *'])(
    'that nests like %j is fine',
    (text) => expect(isTooDeep(text)).toBe(false),
  );
});

describe('an address', () => {
  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '/people',
    'file:///etc',
  ])('like %s leads nowhere', (address) => expect(safeAddress(address)).toBe(''));

  it.each(['https://example.org/greys', 'http://example.org', 'mailto:ada@example.org'])(
    'like %s stays',
    (address) => expect(safeAddress(address)).toBe(address),
  );
});
