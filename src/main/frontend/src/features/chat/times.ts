import { daysBack } from '../../parts/days';

/** The time of day of a moment. */
export const clock = (at: string, locale?: string) =>
  new Date(at).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });

/** A moment in a list: the time of today, else the day. */
export function shortMoment(at: string, now: number, locale?: string): string {
  const days = daysBack(at, now);
  if (days <= 0) return clock(at, locale);
  if (days < 7) return new Date(at).toLocaleDateString(locale, { weekday: 'short' });
  return shortDay(at, now, locale);
}

/** The day of a moment as it stands between messages. */
export function dayName(at: string, now: number, locale?: string): string {
  const days = daysBack(at, now);
  if (days <= 0) return 'Today';
  if (days === 1) return 'Yesterday';
  return new Date(at).toLocaleDateString(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: yearOf(at, now),
  });
}

/** When somebody was last here. */
export function lastSeen(at: string, now: number, locale?: string): string {
  const days = daysBack(at, now);
  if (days <= 0) return `Last seen at ${clock(at, locale)}`;
  if (days === 1) return `Last seen yesterday at ${clock(at, locale)}`;
  return `Last seen ${shortDay(at, now, locale)}`;
}

const shortDay = (at: string, now: number, locale?: string) =>
  new Date(at).toLocaleDateString(locale, { day: 'numeric', month: 'short', year: yearOf(at, now) });

const yearOf = (at: string, now: number) =>
  new Date(at).getFullYear() === new Date(now).getFullYear() ? undefined : 'numeric';
