import type { Message } from '../api/chat';

/**
 * What has been loaded of a conversation's messages: runs without a hole, ascending, with gaps between them.
 * The messages count 1, 2, 3 …, so a message stands in its run at its distance from the run's first.
 */
export interface MessageWindow {
  runs: Message[][];
  /** The seq of the oldest message there is to see, once it is known. */
  startsAt: number | null;
}

export const emptyWindow: MessageWindow = { runs: [], startsAt: null };

const firstOf = (run: Message[]) => run[0]?.seq ?? 0;
const endOf = (run: Message[]) => firstOf(run) + run.length;

/** The window with messages added in whatever order; of one message the newer version stays. */
export function merge(window: MessageWindow, messages: Message[]): MessageWindow {
  const told = [...messages].sort((a, b) => a.seq - b.seq);
  const runs = pieces(told).reduce(addRun, window.runs);
  return runs === window.runs ? window : { ...window, runs };
}

function pieces(sorted: Message[]): Message[][] {
  const found: Message[][] = [];
  for (const message of sorted) {
    const last = found[found.length - 1];
    if (last && endOf(last) === message.seq) last.push(message);
    else if (!last || endOf(last) < message.seq) found.push([message]);
  }
  return found;
}

function addRun(runs: Message[][], added: Message[]): Message[][] {
  const holder = runs.find((run) => firstOf(run) <= firstOf(added) && endOf(added) <= endOf(run));
  if (holder) {
    const united = unite(holder, added);
    return united === holder ? runs : runs.map((run) => (run === holder ? united : run));
  }
  const touching = runs.filter((run) => firstOf(run) <= endOf(added) && firstOf(added) <= endOf(run));
  const apart = runs.filter((run) => !touching.includes(run));
  return [...apart, touching.reduce(unite, added)].sort((a, b) => firstOf(a) - firstOf(b));
}

function unite(one: Message[], other: Message[]): Message[] {
  const start = Math.min(firstOf(one), firstOf(other));
  const end = Math.max(endOf(one), endOf(other));
  let changed = end - start !== one.length;
  const united: Message[] = [];
  for (let seq = start; seq < end; seq++) {
    const known = one[seq - firstOf(one)];
    const told = other[seq - firstOf(other)];
    const kept = known && told ? (told.version > known.version ? told : known) : (known ?? told);
    if (kept !== known) changed = true;
    if (kept) united.push(kept);
  }
  return changed ? united : one;
}

/** The message with a seq, if it has been loaded. */
export function messageAt(window: MessageWindow, seq: number): Message | undefined {
  const run = runAround(window, seq);
  return run?.[seq - firstOf(run)];
}

/** The run that a seq lies in. */
export function runAround(window: MessageWindow, seq: number): Message[] | undefined {
  return window.runs.find((run) => firstOf(run) <= seq && seq < endOf(run));
}

/** The newest run. */
export function newestRun(window: MessageWindow): Message[] | undefined {
  return window.runs[window.runs.length - 1];
}

/** A loaded message by its id. */
export function messageById(window: MessageWindow, id: string): Message | undefined {
  for (const run of window.runs) {
    const found = run.find((message) => message.id === id);
    if (found) return found;
  }
  return undefined;
}

/** How many messages after a seq up to another one count as unread; null when they are not all loaded. */
export function countUnread(window: MessageWindow, after: number, upTo: number, me: string): number | null {
  if (after >= upTo) return 0;
  const run = runAround(window, after + 1);
  if (!run || endOf(run) <= upTo) return null;
  return run.filter((m) => m.seq > after && m.seq <= upTo && m.sender !== me && !m.deleted_at).length;
}

/** Only the newest of what is loaded, for conversations that nobody looks at. */
export function trimmed(window: MessageWindow, keep: number): MessageWindow {
  const newest = newestRun(window);
  if (!newest || (window.runs.length === 1 && newest.length <= keep)) return window;
  return { ...window, runs: [newest.slice(-keep)] };
}
