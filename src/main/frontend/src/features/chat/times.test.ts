import { describe, expect, it } from 'vitest';
import { dayName, lastSeen, shortMoment } from './times';

const now = new Date(2026, 10, 26, 0, 30).getTime();
const at = (month: number, day: number, hour = 9, year = 2026) =>
  new Date(year, month - 1, day, hour, 42).toISOString();

describe('a moment', () => {
  it.each([
    [at(11, 26, 0), '00:42', 'Today', 'at 00:42'],
    [at(11, 25, 23), 'Wed', 'Yesterday', 'yesterday at 23:42'],
    [at(11, 22), 'Sun', 'Sunday, 22 November', '22 Nov'],
    [at(11, 14), '14 Nov', 'Saturday, 14 November', '14 Nov'],
    [at(11, 14, 9, 2025), '14 Nov 2025', 'Friday 14 November 2025', '14 Nov 2025'],
  ])('%s is %s in a list, %s between messages and last seen %s', (moment, short, day, seen) => {
    expect(shortMoment(moment, now, 'en-GB')).toBe(short);
    expect(dayName(moment, now, 'en-GB').replace(',', '')).toBe(day.replace(',', ''));
    expect(lastSeen(moment, now, 'en-GB')).toBe(`Last seen ${seen}`);
  });
});
