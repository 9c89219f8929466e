import { describe, expect, it } from 'vitest';
import type { AdminConnection } from '../../../api/admin';
import type { ConnectionStatus } from '../../../api/types';
import { approve, connect, deleteRecord, possible } from './connectionActs';

const person = (name: string) => ({
  id: name,
  username: name.toLowerCase(),
  display_name: name,
  avatar_url: null,
});

const between = (status: ConnectionStatus): AdminConnection => ({
  id: 'c1',
  sender: person('Ada'),
  receiver: person('Ben'),
  status,
  quiet: false,
  note: '',
  created_at: '2026-01-01T00:00:00.000Z',
  updated_at: '2026-01-01T00:00:00.000Z',
  expires_at: null,
  version: 1,
});

describe('what may be done with a connection', () => {
  it.each<[ConnectionStatus, boolean, boolean]>([
    ['pending', true, false],
    ['ignored', true, false],
    ['approved', false, true],
    ['rejected', false, false],
    ['removed', false, false],
  ])('that is %s', (status, approves, removes) =>
    expect(possible(between(status))).toEqual({ approve: approves, remove: removes }),
  );

  it('says whom it is about', () => {
    expect(approve(between('pending')).says).toContain('although Ben has not answered');
    expect(deleteRecord(between('removed'))).toMatchObject({
      method: 'DELETE',
      path: 'admin/connections/c1/',
      danger: true,
    });
  });

  it('names two people without the blanks around them', () =>
    expect(connect(' ada', 'ben ').body).toEqual({ sender: 'ada', receiver: 'ben' }));
});
