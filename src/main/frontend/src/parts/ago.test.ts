import { describe, expect, it } from 'vitest';
import { ago } from './ago';

const now = new Date(2026, 10, 24, 12).getTime();
const at = (day: number, hour: number, minute = 0, year = 2026) =>
  new Date(year, 10, day, hour, minute).toISOString();

describe('ago', () => {
  it.each([
    [new Date(now - 30_000).toISOString(), 'now'],
    [new Date(now + 5_000).toISOString(), 'now'],
    [at(24, 11, 55), '5 min ago'],
    [at(24, 10), '2 h ago'],
    [at(23, 18), '18 h ago'],
    [at(23, 10), 'yesterday'],
    [at(22, 13), '22 Nov'],
    [at(14, 10), '14 Nov'],
    [at(14, 10, 0, 2025), '14 Nov 2025'],
  ])('%s is %s', (moment, said) => expect(ago(moment, now, 'en-GB')).toBe(said));
});
