import { describe, expect, it } from 'vitest';
import { initials } from './initials';

describe('initials', () => {
  it('are those of the first and the last word', () => {
    expect(plain('Ada Mary Okafor')).toBe('AO');
    expect(plain('ben.amari-2')).toBe('B2');
    expect(plain('Zoë')).toBe('Z');
  });

  it('skip brackets and other signs that say nothing', () => {
    expect(plain('(Bob) [Builder]')).toBe('BB');
    expect(plain('—')).toBe('');
  });

  it('take a flag, a family or a letter with its accents as one', () => {
    expect(plain('🇳🇬 Chidi')).toBe('🇳🇬C');
    expect(plain('👩‍👩‍👧 👨🏽‍🚀')).toBe('👩‍👩‍👧👨🏽‍🚀');
    expect(plain('e\u0301mile')).toBe('E\u0301');
  });

  it('keep letters apart that would join', () => {
    expect(initials('محمد علي')).toBe('م\u200cع');
  });
});

function plain(name: string) {
  return initials(name).replace('\u200c', '');
}
