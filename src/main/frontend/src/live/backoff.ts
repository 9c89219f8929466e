const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/** How long to wait before the next attempt, in milliseconds: doubling, with full jitter, so that many do not return at once. */
export function backoff(attempt: number, random: () => number = Math.random): number {
  return Math.round(100 + random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt));
}
