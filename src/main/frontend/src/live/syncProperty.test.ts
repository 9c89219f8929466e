import { describe, expect, it } from 'vitest';
import { applyEvent, fromSnapshot } from './state';
import { connection, event, notification, person, snapshot, start } from './stateFixtures';

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
