import type { Connection, JournalEvent, Notification, Person, Snapshot } from '../api/types';
import { fromSnapshot } from './state';

/** Material for tests of the state. */

export const person = (username: string, over: Partial<Person> = {}): Person => ({
  id: `id-${username}`,
  username,
  display_name: username,
  avatar_url: null,
  status_text: '',
  connection: 'none',
  mutual_count: 0,
  ...over,
});

export const connection = (over: Partial<Connection> = {}): Connection => ({
  id: 'c1',
  sender: person('ben'),
  receiver: person('ada'),
  status: 'pending',
  note: '',
  created_at: '2026-01-01T00:00:00.000Z',
  updated_at: '2026-01-01T00:00:00.000Z',
  expires_at: null,
  version: 1,
  ...over,
});

export const notification = (over: Partial<Notification> = {}): Notification => ({
  id: 'n1',
  kind: 'connection.requested',
  text: 'ben wants to connect with you',
  data: { connection_id: 'c1', username: 'ben', display_name: 'ben' },
  created_at: '2026-01-01T00:00:00.000Z',
  read_at: null,
  ...over,
});

export const snapshot: Snapshot = {
  epoch: 'e',
  as_of_seq: 7,
  user: { ...person('ada'), roles: ['user'], created_at: '', has_password: true, version: 3 },
  connections: [],
  conversations: [],
  notifications: [],
  settings: {
    who_may_request_me: 'everyone',
    discoverable: true,
    read_receipts: true,
    presence_visible: true,
    notification_kinds: {},
    browser_notifications: false,
    quiet_hours: null,
    locale: 'en',
    theme: 'auto',
    version: 1,
  },
};

export const event = (seq: number, name: string, data: unknown): JournalEvent => ({
  type: 'event',
  seq,
  event: name,
  at: '',
  data,
});

export const start = fromSnapshot(snapshot);
