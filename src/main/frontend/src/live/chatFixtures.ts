import type { Conversation, Member, Message } from '../api/chat';
import type { JournalEvent, Person } from '../api/types';
import type { Outgoing } from './outboxState';

/** Material for tests of the chat. */

export const person = (username: string, over: Partial<Person> = {}): Person => ({
  id: `id-${username}`,
  username,
  display_name: username.charAt(0).toUpperCase() + username.slice(1),
  avatar_url: null,
  status_text: '',
  connection: 'connected',
  mutual_count: 0,
  ...over,
});

export const member = (username: string, over: Partial<Member> = {}): Member => ({
  user: person(username),
  role: 'member',
  read_seq: 0,
  delivered_seq: 0,
  ...over,
});

export const message = (seq: number, over: Partial<Message> = {}): Message => ({
  id: `m${seq}`,
  conversation: 'c',
  seq,
  sender: 'ben',
  client_id: `client-${seq}`,
  body: `message ${seq}`,
  reply_to: null,
  reactions: [],
  created_at: `2026-11-26T10:00:${String(seq % 60).padStart(2, '0')}.000Z`,
  edited_at: null,
  deleted_at: null,
  version: 1,
  ...over,
});

export const messages = (from: number, to: number): Message[] =>
  Array.from({ length: to - from + 1 }, (_, index) => message(from + index));

export const conversation = (over: Partial<Conversation> = {}): Conversation => ({
  id: 'c',
  kind: 'direct',
  title: null,
  members: [member('ada'), member('ben')],
  last_message: null,
  last_seq: 0,
  read_seq: 0,
  unread_count: 0,
  can_send: true,
  pinned: false,
  muted: false,
  archived: false,
  draft: null,
  created_at: '2026-11-26T09:00:00.000Z',
  version: 1,
  ...over,
});

export const event = (name: string, data: unknown, seq = 1): JournalEvent => ({
  type: 'event',
  seq,
  event: name,
  at: '',
  data,
});

export const outgoing = (clientId: string, over: Partial<Outgoing> = {}): Outgoing => ({
  client_id: clientId,
  conversation: 'c',
  body: clientId,
  reply_to: null,
  attachments: [],
  written_at: '2026-11-26T10:00:00.000Z',
  refusal: null,
  ...over,
});
