import type { Message } from '../../api/chat';
import type { Outgoing } from '../../live/outboxState';

interface Place {
  key: string;
  mine: boolean;
  /** The first and the last of what one person wrote in one go. */
  first: boolean;
  last: boolean;
  /** The day that begins with it, as its first moment was told. */
  day: string | null;
  /** Whether what is unread begins with it. */
  unread: boolean;
}

export type MessageRow = Place & { kind: 'message'; message: Message };
export type OutgoingRow = Place & { kind: 'outgoing'; outgoing: Outgoing };
export type Row = MessageRow | OutgoingRow;

const TOGETHER_MS = 5 * 60_000;

interface Told {
  messages: Message[];
  outgoing: Outgoing[];
  me: string;
  /** How far I had read when I came; null when nothing is marked as new. */
  newAfter: number | null;
  /** Whether the first of the messages is the first there is. */
  fromStart: boolean;
}

/** What a thread shows, one row for each message: kept ones and after them those on their way. */
export function threadRows({ messages, outgoing, me, newAfter, fromStart }: Told): Row[] {
  const waiting = notKept(outgoing, messages, me);
  const all: (Message | Outgoing)[] = waiting.length > 0 ? [...messages, ...waiting] : messages;
  const firstNew = newAfter === null ? -1 : whereNewBegins(messages, me, newAfter);
  return all.map((each, index) => {
    const before = all[index - 1];
    const after = all[index + 1];
    const unread = index === firstNew;
    const cut = index + 1 === firstNew;
    // A day that may have begun before what is loaded is not told yet: telling it and taking it back would jump.
    const dayKnown = index > 0 || fromStart;
    // In a long history all rows but a few stay as they were, so they are made once.
    const last = known.get(each);
    if (
      last?.me === me &&
      last.before === before &&
      last.after === after &&
      last.unread === unread &&
      last.cut === cut &&
      last.dayKnown === dayKnown
    ) {
      return last.row;
    }
    const around = { me, before, after, unread, cut, dayKnown };
    const row = made(each, around);
    known.set(each, { ...around, row });
    return row;
  });
}

function notKept(outgoing: Outgoing[], messages: Message[], me: string): Outgoing[] {
  if (outgoing.length === 0) return outgoing;
  const kept = new Set(messages.filter((each) => each.sender === me).map((each) => each.client_id));
  return outgoing.filter((each) => !kept.has(each.client_id));
}

/** Only a row after one that was read, or the very first of all, is known to be where the new ones begin. */
function whereNewBegins(messages: Message[], me: string, newAfter: number): number {
  const oldest = messages[0];
  if (!oldest || oldest.seq > newAfter + 1) return -1;
  return messages.findIndex((each) => each.seq > newAfter && each.sender !== me);
}

/** All that a row depends on besides what it shows. */
interface Surroundings {
  me: string;
  before: Message | Outgoing | undefined;
  after: Message | Outgoing | undefined;
  unread: boolean;
  /** Whether what is unread begins after it. */
  cut: boolean;
  dayKnown: boolean;
}

const known = new WeakMap<Message | Outgoing, Surroundings & { row: Row }>();

function made(shown: Message | Outgoing, { me, before, after, unread, cut, dayKnown }: Surroundings): Row {
  const newDay = !before || dayOf(before) !== dayOf(shown);
  const place = {
    first: !before || unread || !together(before, shown, me),
    last: !after || cut || !together(shown, after, me),
    day: newDay && dayKnown ? timeOf(shown) : null,
    unread,
  };
  if (!isMessage(shown)) {
    return { kind: 'outgoing', key: shown.client_id, mine: true, outgoing: shown, ...place };
  }
  const mine = shown.sender === me;
  // What I wrote keeps its place in the list when the server has taken it.
  return { kind: 'message', key: mine ? shown.client_id : shown.id, mine, message: shown, ...place };
}

const isMessage = (shown: Message | Outgoing): shown is Message => 'seq' in shown;

const timeOf = (shown: Message | Outgoing) => (isMessage(shown) ? shown.created_at : shown.written_at);

function together(one: Message | Outgoing, other: Message | Outgoing, me: string): boolean {
  return (
    senderOf(one, me) === senderOf(other, me) &&
    dayOf(one) === dayOf(other) &&
    Date.parse(timeOf(other)) - Date.parse(timeOf(one)) < TOGETHER_MS
  );
}

const senderOf = (shown: Message | Outgoing, me: string) => (isMessage(shown) ? shown.sender : me);

const days = new WeakMap<Message | Outgoing, string>();

/** The day of a message; reading the calendar is dear, so it is done once. */
function dayOf(shown: Message | Outgoing): string {
  const day = days.get(shown) ?? new Date(timeOf(shown)).toDateString();
  days.set(shown, day);
  return day;
}

export const seqOf = (row: Row | undefined) => (row?.kind === 'message' ? row.message.seq : null);
