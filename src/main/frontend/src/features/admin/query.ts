/** A path with the parameters that say something. */
export function withQuery(path: string, parameters: Record<string, string | null | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value) search.set(name, value);
  }
  const query = search.toString();
  return query ? `${path}?${query}` : path;
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** The moment that a day begins here, for a day as a date field has it. */
export function dayBegins(day: string): string {
  return DAY.test(day) ? instant(new Date(`${day}T00:00:00`)) : '';
}

/** The moment that a day ends here, which is the next day's beginning. */
export function dayEnds(day: string): string {
  if (!DAY.test(day)) return '';
  const next = new Date(`${day}T00:00:00`);
  next.setDate(next.getDate() + 1);
  return instant(next);
}

/** A moment as the server writes it; nothing for a date that is none. */
export function instant(moment: Date): string {
  return Number.isNaN(moment.getTime()) ? '' : moment.toISOString();
}
