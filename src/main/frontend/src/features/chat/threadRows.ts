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
}

/** What a thread shows, one row for each message: kept ones and after them those on their way. */
export function threadRows({ messages, outgoing, me, newAfter }: Told): Row[] {
  const kept = new Set(messages.filter((each) => each.sender === me).map((each) => each.client_id));
  const rows: Row[] = [
    ...messages.map((message) => messageRow(message, me)),
    ...outgoing.filter((each) => !kept.has(each.client_id)).map(outgoingRow),
  ];
  markUnread(rows, me, newAfter);
  rows.forEach((row, index) => place(row, rows[index - 1], rows[index + 1]));
  return rows;
}

const nowhere = { first: true, last: true, day: null, unread: false };

function messageRow(message: Message, me: string): MessageRow {
  const mine = message.sender === me;
  // What I wrote keeps its place in the list when the server has taken it.
  return { kind: 'message', key: mine ? message.client_id : message.id, mine, message, ...nowhere };
}

function outgoingRow(outgoing: Outgoing): OutgoingRow {
  return { kind: 'outgoing', key: outgoing.client_id, mine: true, outgoing, ...nowhere };
}

function markUnread(rows: Row[], me: string, newAfter: number | null) {
  if (newAfter === null) return;
  const isNew = (row: Row) =>
    row.kind === 'message' && row.message.seq > newAfter && row.message.sender !== me;
  const first = rows.find(isNew);
  const oldest = rows[0];
  // Only a row after one that was read, or the very first of all, is known to be where the new ones begin.
  const reaches = oldest?.kind === 'message' && oldest.message.seq <= newAfter + 1;
  if (first && reaches) first.unread = true;
}

function place(row: Row, before: Row | undefined, after: Row | undefined) {
  row.day = before && dayOf(before) === dayOf(row) ? null : timeOf(row);
  row.first = !before || !together(before, row);
  row.last = !after || !together(row, after);
}

function together(one: Row, other: Row): boolean {
  return (
    senderOf(one) === senderOf(other) &&
    !other.unread &&
    dayOf(one) === dayOf(other) &&
    Date.parse(timeOf(other)) - Date.parse(timeOf(one)) < TOGETHER_MS
  );
}

const senderOf = (row: Row) => (row.mine ? 'me' : row.kind === 'message' && `@${row.message.sender ?? ''}`);

export const timeOf = (row: Row) =>
  row.kind === 'message' ? row.message.created_at : row.outgoing.written_at;

const dayOf = (row: Row) => new Date(timeOf(row)).toDateString();

export const seqOf = (row: Row | undefined) => (row?.kind === 'message' ? row.message.seq : null);
