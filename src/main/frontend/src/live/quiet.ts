import type { QuietHours } from '../api/types';

/** Whether a moment lies in somebody's quiet hours, which may span midnight; an end equal to the start is never. */
export function isQuiet(hours: QuietHours | null, at: Date): boolean {
  if (!hours) return false;
  const clock = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: hours.time_zone,
  }).format(at);
  return hours.from <= hours.to
    ? clock >= hours.from && clock < hours.to
    : clock >= hours.from || clock < hours.to;
}
