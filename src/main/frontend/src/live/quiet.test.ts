import { describe, expect, it } from 'vitest';
import { isQuiet } from './quiet';

const at = (time: string) => new Date(`2026-03-01T${time}:00Z`);

describe('quiet hours', () => {
  it('are never without a choice', () => expect(isQuiet(null, at('03:00'))).toBe(false));

  it('span midnight', () => {
    const night = { from: '22:00', to: '07:00', time_zone: 'UTC' };
    expect(isQuiet(night, at('23:30'))).toBe(true);
    expect(isQuiet(night, at('06:59'))).toBe(true);
    expect(isQuiet(night, at('07:00'))).toBe(false);
    expect(isQuiet(night, at('12:00'))).toBe(false);
  });

  it('follow the time zone of the person', () => {
    const lunch = { from: '12:00', to: '13:00', time_zone: 'Asia/Tokyo' };
    expect(isQuiet(lunch, at('03:30'))).toBe(true);
    expect(isQuiet(lunch, at('12:30'))).toBe(false);
  });
});
