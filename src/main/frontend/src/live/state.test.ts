import { describe, expect, it } from 'vitest';
import type { Connection, JournalEvent, Notification, Person, Snapshot } from '../api/types';
import {
  applyEvent,
  concerns,
  fromSnapshot,
  ignoredRequests,
  leavesGap,
  mutualConnections,
  newestNotifications,
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
    expect(applyEvent(start, event(8, 'poll.opened', { id: 'm' })).seq).toBe(8);
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

describe('each event of a relation', () => {
  const known = applyEvent(start, event(8, 'connection.requested', connection()));

  it.each(['rejected', 'withdrawn', 'expired', 'removed'] as const)(
    '%s takes it from every list',
    (status) => {
      const ended = applyEvent(known, event(9, `connection.${status}`, connection({ status, version: 2 })));
      expect(ended.connections).toEqual({});
    },
  );

  it('that ended before it was known adds nothing', () => {
    const ended = applyEvent(
      start,
      event(8, 'connection.withdrawn', connection({ status: 'withdrawn', version: 2 })),
    );
    expect(ended.connections).toEqual({});
  });

  it('of a new request after a removed one stands beside nothing', () => {
    const removed = applyEvent(
      known,
      event(9, 'connection.removed', connection({ status: 'removed', version: 3 })),
    );
    const again = applyEvent(removed, event(10, 'connection.requested', connection({ id: 'c2' })));
    expect(Object.keys(again.connections)).toEqual(['c2']);
  });

  it('shows the newest first', () => {
    const two = applyEvent(
      known,
      event(
        9,
        'connection.requested',
        connection({ id: 'c2', sender: person('cai'), updated_at: '2026-01-02T00:00:00.000Z' }),
      ),
    );
    expect(receivedRequests(two).map(({ id }) => id)).toEqual(['c2', 'c1']);
  });
});

describe('the other events', () => {
  it('of blocks change how the person stands and count', () => {
    const known = applyEvent(start, event(8, 'connection.approved', connection({ status: 'approved' })));
    const blocked = applyEvent(known, event(9, 'block.added', person('ben', { connection: 'blocked' })));
    expect(blocked.blockChanges).toBe(1);
    expect(mutualConnections(blocked)[0]?.sender.connection).toBe('blocked');
    const unblocked = applyEvent(blocked, event(10, 'block.removed', person('ben')));
    expect(unblocked.blockChanges).toBe(2);
  });

  it('of my own profile keep the newest version', () => {
    const mine = { ...snapshot.user, display_name: 'Ada L.', version: 4 };
    const changed = applyEvent(start, event(8, 'user.updated', mine));
    expect(changed.user.display_name).toBe('Ada L.');
    const old = applyEvent(changed, event(9, 'user.updated', { ...mine, display_name: 'Ada', version: 3 }));
    expect(old.user.display_name).toBe('Ada L.');
  });

  it('of the settings keep the newest version', () => {
    const dark = { ...snapshot.settings, theme: 'dark' as const, version: 2 };
    const changed = applyEvent(start, event(8, 'settings.updated', dark));
    const old = applyEvent(changed, event(9, 'settings.updated', snapshot.settings));
    expect(old.settings.theme).toBe('dark');
  });

  it('of notifications keep the newest hundred', () => {
    let state = start;
    for (let n = 0; n < 120; n++) {
      const id = `n${String(n).padStart(3, '0')}`;
      state = applyEvent(state, event(8 + n, 'notification.created', notification({ id })));
    }
    expect(newestNotifications(state)).toHaveLength(100);
    expect(newestNotifications(state)[0]?.id).toBe('n119');
    expect(newestNotifications(state)[99]?.id).toBe('n020');
  });

  it.each([
    'block.added',
    'notification.created',
    'user.updated',
    'settings.updated',
    'announcement.published',
    'message.sent',
  ])('%s without what may be seen only moves on', (name) => {
    const after = applyEvent(start, event(8, name, null));
    expect(after).toEqual({ ...start, seq: 8 });
  });
});

describe('the sync property', () => {
  const journal = [
    event(8, 'connection.requested', connection()),
    event(9, 'notification.created', notification()),
    event(10, 'connection.approved', connection({ status: 'approved', version: 2 })),
    event(11, 'notification.read', notification({ read_at: '2026-01-02T00:00:00.000Z' })),
    event(12, 'connection.requested', connection({ id: 'c2', sender: person('cai') })),
    event(13, 'connection.removed', connection({ status: 'removed', version: 3 })),
  ];
  const once = journal.reduce(applyEvent, start);

  it('ends the same however often the tail is replayed', () => {
    for (let from = 0; from < journal.length; from++) {
      expect([...journal, ...journal.slice(from)].reduce(applyEvent, start)).toEqual(once);
    }
  });

  it('ends the same when an event was lost and the rest is asked for again', () => {
    for (let lost = 0; lost < journal.length; lost++) {
      const broken = journal.filter((_, at) => at !== lost).reduce(applyEvent, start);
      expect(broken.seq).toBe(7 + lost);
      expect(journal.slice(lost).reduce(applyEvent, broken)).toEqual(once);
    }
  });

  it('is the same for an older snapshot and the journal as for a fresh snapshot', () => {
    const fresh = fromSnapshot({
      ...snapshot,
      as_of_seq: 13,
      connections: [connection({ id: 'c2', sender: person('cai') })],
      notifications: [notification({ read_at: '2026-01-02T00:00:00.000Z' })],
    });
    expect(once).toEqual(fresh);
  });

  it('starts anew from another snapshot after a reset', () => {
    const reset = fromSnapshot({ ...snapshot, epoch: 'e2', as_of_seq: 2 });
    const next = applyEvent(reset, event(3, 'connection.requested', connection()));
    expect(next).toMatchObject({ epoch: 'e2', seq: 3, stale: false });
  });
});

describe('whether an event concerns somebody', () => {
  it.each([
    ['connection.approved', connection(), true],
    ['connection.removed', null, true],
    ['block.added', person('ben'), true],
    ['user.updated', person('ben'), true],
    ['user.updated', person('cai'), false],
    ['connection.requested', connection({ sender: person('cai') }), false],
    ['notification.created', notification(), false],
    ['user.updated', null, false],
  ])('%s', (name, data, does) => expect(concerns(event(8, name, data), 'ben')).toBe(does));
});
