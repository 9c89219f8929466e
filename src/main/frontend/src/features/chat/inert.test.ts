import { describe, expect, it } from 'vitest';
import { inert, safeAddress } from './inert';

describe('a text', () => {
  it('cannot turn its direction around', () => {
    expect(inert('evil\u202Egpj.exe\u2066')).toBe('evilgpj.exe');
    expect(inert('שלום hello')).toBe('שלום hello');
  });
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
