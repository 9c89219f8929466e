import { describe, expect, it } from 'vitest';
import { conversation } from './chatFixtures';
import { nameOf } from './chatViews';
import {
  applyEvent,
  applySettings,
  fromSnapshot,
  ignoredRequests,
  leavesGap,
  mutualConnections,
  reachablePeople,
  newestNotifications,
  receivedRequests,
  sentRequests,
  unreadNotifications,
} from './state';
import { connection, event, notification, person, snapshot, start } from './stateFixtures';

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

describe('the other events', () => {
  it('of blocks change how the person stands and count', () => {
    const known = applyEvent(start, event(8, 'connection.approved', connection({ status: 'approved' })));
    const blocked = applyEvent(known, event(9, 'block.added', person('ben', { connection: 'blocked' })));
    expect(blocked.blockChanges).toBe(1);
    expect(mutualConnections(blocked)[0]?.sender.connection).toBe('blocked');
    const unblocked = applyEvent(blocked, event(10, 'block.removed', person('ben')));
    expect(unblocked.blockChanges).toBe(2);
  });

  it('of somebody who is switched off and on again show it everywhere, until they are back', () => {
    const ben = person('ben', { connection: 'connected' });
    const known = fromSnapshot({
      ...snapshot,
      connections: [connection({ status: 'approved', sender: ben })],
      conversations: [conversation()],
    });
    const inChat = (state: typeof known) =>
      state.chat.conversations.c?.members.find(({ user }) => user.username === 'ben')?.user.switched_off;
    const off = applyEvent(known, event(8, 'user.updated', { ...ben, switched_off: true }));
    expect(reachablePeople(known)).toHaveLength(1);
    expect(reachablePeople(off)).toHaveLength(0);
    expect(mutualConnections(off)).toHaveLength(1);
    expect(inChat(off)).toBe(true);
    const on = applyEvent(off, event(9, 'user.updated', ben));
    expect(reachablePeople(on)).toHaveLength(1);
    expect(inChat(on)).toBeUndefined();
  });

  it('of my own profile keep the newest version', () => {
    const mine = { ...snapshot.user, display_name: 'Ada L.', version: 4 };
    const changed = applyEvent(start, event(8, 'user.updated', mine));
    expect(changed.user.display_name).toBe('Ada L.');
    const old = applyEvent(changed, event(9, 'user.updated', { ...mine, display_name: 'Ada', version: 3 }));
    expect(old.user.display_name).toBe('Ada L.');
  });

  it('of my own profile show where I am a member as well', () => {
    const known = fromSnapshot({ ...snapshot, conversations: [conversation()] });
    const mine = { ...snapshot.user, display_name: 'Ada L.', version: 4 };
    const changed = applyEvent(known, event(8, 'user.updated', mine));
    expect(nameOf(changed.chat.conversations.c ?? conversation(), 'ada')).toBe('Ada L.');
  });

  it('of the settings keep the newest version', () => {
    const dark = { ...snapshot.settings, theme: 'dark' as const, version: 2 };
    const changed = applyEvent(start, event(8, 'settings.updated', dark));
    const old = applyEvent(changed, event(9, 'settings.updated', snapshot.settings));
    expect(old.settings.theme).toBe('dark');
  });

  it('of the settings stand against an answer that comes late', () => {
    const dark = { ...snapshot.settings, theme: 'dark' as const, version: 3 };
    const changed = applyEvent(start, event(8, 'settings.updated', dark));
    expect(applySettings(changed, { ...snapshot.settings, version: 2 }).settings.theme).toBe('dark');
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
