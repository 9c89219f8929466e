import type { Announcement } from '../../api/admin';

const KEY = 'parley-dismissed-announcements';
const KEPT = 100;

/** The announcements that somebody dismissed in this browser. */
export function dismissed(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

/** Remembers one more as dismissed; the oldest are forgotten. */
export function dismiss(id: string): string[] {
  const kept = [...dismissed().filter((each) => each !== id), id].slice(-KEPT);
  localStorage.setItem(KEY, JSON.stringify(kept));
  return kept;
}

/** The list with an announcement as it was last told, the newest first. */
export function told(known: Announcement[], news: Announcement): Announcement[] {
  return [news, ...known.filter(({ id }) => id !== news.id)];
}

const URGENCY = { critical: 0, warning: 1, info: 2 };

/** Those that are to be seen now: begun, not over, not dismissed, the most urgent first. */
export function shownAt(now: number, known: Announcement[], gone: string[]): Announcement[] {
  return known
    .filter(
      ({ id, from, to }) => !gone.includes(id) && Date.parse(from) <= now && (!to || Date.parse(to) > now),
    )
    .sort((a, b) => URGENCY[a.level] - URGENCY[b.level] || Date.parse(b.from) - Date.parse(a.from));
}

/** When next one begins or ends after this moment; null when none does. */
export function nextChange(now: number, known: Announcement[]): number | null {
  const moments = known
    .flatMap(({ from, to }) => [Date.parse(from), to ? Date.parse(to) : NaN])
    .filter((moment) => moment > now);
  return moments.length > 0 ? Math.min(...moments) : null;
}
