import { describe, expect, it } from 'vitest';
import { applyEvent, concerns, receivedRequests } from './state';
import { connection, event, notification, person, start } from './stateFixtures';

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
