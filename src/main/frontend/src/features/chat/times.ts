const DAY = 24 * 60 * 60_000;

/** The time of day of a moment. */
export const clock = (at: string, locale?: string) =>
  new Date(at).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });

function daysBack(at: string, now: Date): number {
  const midnight = (moment: Date) => new Date(moment.getFullYear(), moment.getMonth(), moment.getDate());
  return Math.round((midnight(now).getTime() - midnight(new Date(at)).getTime()) / DAY);
}

/** A moment in a list: the time of today, else the day. */
export function shortMoment(at: string, now = new Date(), locale?: string): string {
  const days = daysBack(at, now);
  if (days <= 0) return clock(at, locale);
  const moment = new Date(at);
  if (days < 7) return moment.toLocaleDateString(locale, { weekday: 'short' });
  const year = moment.getFullYear() === now.getFullYear() ? undefined : 'numeric';
  return moment.toLocaleDateString(locale, { day: 'numeric', month: 'short', year });
}

/** The day of a moment as it stands between messages. */
export function dayName(at: string, now = new Date(), locale?: string): string {
  const days = daysBack(at, now);
  if (days <= 0) return 'Today';
  if (days === 1) return 'Yesterday';
  const moment = new Date(at);
  const year = moment.getFullYear() === now.getFullYear() ? undefined : 'numeric';
  return moment.toLocaleDateString(locale, { weekday: 'long', day: 'numeric', month: 'long', year });
}
