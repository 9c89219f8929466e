import { useState } from 'react';

export type Since = '' | '7' | '30' | '365';

const DAY_MS = 24 * 60 * 60_000;

/** Where, by whom and since when messages are looked for, and the search's parameters for it. */
export function useNarrowing(open: string | undefined) {
  const [here, setHere] = useState(false);
  const [from, setFrom] = useState('');
  const [since, setSince] = useState<{ days: Since; after: string }>({ days: '', after: '' });
  const narrowing: Record<string, string> = {};
  if (here && open) narrowing.conversation = open;
  if (from) narrowing.from = from;
  if (since.after) narrowing.after = since.after;
  const sinceDays = (days: Since) =>
    setSince({
      days,
      after: days ? new Date(Date.now() - Number(days) * DAY_MS).toISOString() : '',
    });
  return { narrowing, here, setHere, from, setFrom, since: since.days, setSince: sinceDays };
}
