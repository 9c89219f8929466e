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

/**
 * Those that are to be seen now: not over, not dismissed, the most urgent first. The server tells of each when it
 * begins, so that no clock of a browser can be late for it.
 */
export function shownAt(now: number, known: Announcement[], gone: string[]): Announcement[] {
  return known
    .filter(({ id, to }) => !gone.includes(id) && (!to || Date.parse(to) > now))
    .sort((a, b) => URGENCY[a.level] - URGENCY[b.level] || Date.parse(b.from) - Date.parse(a.from));
}

/** When the next one ends after this moment; null when none does. */
export function nextEnd(now: number, known: Announcement[]): number | null {
  const moments = known.flatMap(({ to }) => (to ? [Date.parse(to)] : [])).filter((moment) => moment > now);
  return moments.length > 0 ? Math.min(...moments) : null;
}
