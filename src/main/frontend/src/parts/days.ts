const DAY = 24 * 60 * 60_000;

/** How many days before the day of another moment a moment lies, by the calendar and not by hours. */
export function daysBack(at: string, now: number): number {
  return Math.round((midnight(now) - midnight(Date.parse(at))) / DAY);
}

const midnight = (moment: number) => new Date(moment).setHours(0, 0, 0, 0);
