import { describe, expect, it } from 'vitest';
import type { Connection, JournalEvent, Notification, Person, Snapshot } from '../api/types';
import {
  applyEvent,
  fromSnapshot,
  ignoredRequests,
  leavesGap,
  mutualConnections,
  receivedRequests,
  sentRequests,
  unreadNotifications,
} from './state';

const person = (username: string, over: Partial<Person> = {}): Person => ({
  id: `id-${username}`,
  username,
  display_name: username,
  avatar_url: null,
  status_text: '',
  connection: 'none',
  mutual_count: 0,
  ...over,
});

const connection = (over: Partial<Connection> = {}): Connection => ({
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

const notification = (over: Partial<Notification> = {}): Notification => ({
  id: 'n1',
  kind: 'connection.requested',
  text: 'ben wants to connect with you',
  data: { connection_id: 'c1', username: 'ben', display_name: 'ben' },
  created_at: '2026-01-01T00:00:00.000Z',
  read_at: null,
  ...over,
});

const snapshot: Snapshot = {
  epoch: 'e',
  as_of_seq: 7,
  user: { ...person('ada'), roles: ['user'], created_at: '', has_password: true, version: 3 },
  connections: [],
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

const event = (seq: number, name: string, data: unknown): JournalEvent => ({
  type: 'event',
  seq,
  event: name,
  at: '',
  data,
});

const start = fromSnapshot(snapshot);

describe('applying the journal', () => {
  it('moves a request through its life', () => {
    const requested = applyEvent(start, event(8, 'connection.requested', connection()));
    expect(receivedRequests(requested)).toHaveLength(1);
    const ignored = applyEvent(
      requested,
      event(9, 'connection.ignored', connection({ status: 'ignored', version: 2 })),
    );
    expect(receivedRequests(ignored)).toHaveLength(0);
    expect(ignoredRequests(ignored)).toHaveLength(1);
    const approved = applyEvent(
      ignored,
      event(10, 'connection.approved', connection({ status: 'approved', version: 3 })),
    );
    expect(mutualConnections(approved)).toHaveLength(1);
    const removed = applyEvent(
      approved,
      event(11, 'connection.removed', connection({ status: 'removed', version: 4 })),
    );
    expect(removed.connections).toEqual({});
    expect(removed.seq).toBe(11);
  });

  it('changes nothing when an event is applied twice', () => {
    const requested = event(8, 'connection.requested', connection());
    const once = applyEvent(start, requested);
    expect(applyEvent(once, requested)).toBe(once);
  });

  it('does not jump over a hole', () => {
    const later = event(10, 'connection.requested', connection());
    expect(leavesGap(start, later)).toBe(true);
    expect(applyEvent(start, later)).toBe(start);
  });

  it('keeps a newer version against an older one', () => {
    const approved = applyEvent(
      start,
      event(8, 'connection.approved', connection({ status: 'approved', version: 5 })),
    );
    const old = applyEvent(approved, event(9, 'connection.requested', connection({ version: 4 })));
    expect(mutualConnections(old)).toHaveLength(1);
    expect(old.seq).toBe(9);
  });

  it('asks for the snapshot when a relation can no longer be seen', () => {
    expect(applyEvent(start, event(8, 'connection.removed', null)).stale).toBe(true);
  });

  it('passes over events it does not know', () => {
    expect(applyEvent(start, event(8, 'message.sent', { id: 'm' })).seq).toBe(8);
  });

  it('never marks a read notification unread again', () => {
    const read = applyEvent(
      start,
      event(8, 'notification.read', notification({ read_at: '2026-01-02T00:00:00.000Z' })),
    );
    const replayed = applyEvent(read, event(9, 'notification.created', notification()));
    expect(unreadNotifications(replayed)).toHaveLength(0);
  });

  it('shows a changed profile in every relation', () => {
    const requested = applyEvent(start, event(8, 'connection.requested', connection()));
    const renamed = applyEvent(
      requested,
      event(9, 'user.updated', person('ben', { display_name: 'Benjamin' })),
    );
    expect(receivedRequests(renamed)[0]?.sender.display_name).toBe('Benjamin');
  });

  it('tells sent from received requests', () => {
    const sent = applyEvent(
      start,
      event(8, 'connection.requested', connection({ sender: person('ada'), receiver: person('ben') })),
    );
    expect(sentRequests(sent)).toHaveLength(1);
    expect(receivedRequests(sent)).toHaveLength(0);
  });
});
