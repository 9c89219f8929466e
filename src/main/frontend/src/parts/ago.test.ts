import { describe, expect, it } from 'vitest';
import { ago } from './ago';

const now = Date.parse('2026-11-24T12:00:00Z');

describe('ago', () => {
  it.each([
    ['2026-11-24T11:59:30Z', 'now'],
    ['2026-11-24T12:00:05Z', 'now'],
    ['2026-11-24T11:55:00Z', '5 min ago'],
    ['2026-11-24T10:00:00Z', '2 h ago'],
    ['2026-11-23T10:00:00Z', 'yesterday'],
    ['2026-11-14T10:00:00Z', '14 Nov'],
    ['2025-11-14T10:00:00Z', '14 Nov 2025'],
  ])('%s is %s', (at, said) => expect(ago(at, now, 'en-GB')).toBe(said));
});
