import { describe, expect, it } from 'vitest';
import type { AdminUser } from '../../../api/admin';
import { changeRole, create, disable, endSignIn, remove } from './userActs';

const ada: AdminUser = {
  id: '1',
  username: 'ada.o',
  display_name: 'Ada Okafor',
  avatar_url: null,
  roles: [],
  enabled: true,
  disabled_reason: null,
  created_at: '2026-01-01T00:00:00.000Z',
  last_sign_in_at: null,
  sso: null,
  connections: 0,
  live_sessions: 0,
  deleted: false,
  version: 7,
};

describe('an act on a user', () => {
  it('carries the version that the administrator saw', () => {
    expect(disable(ada)).toMatchObject({ path: 'admin/users/ada.o/disable/', body: { version: 7 } });
    expect(changeRole(ada).body).toEqual({ roles: ['admin'], version: 7 });
  });

  it('takes only the role of an administrator away', () =>
    expect(changeRole({ ...ada, roles: ['auditor', 'admin'] }).body).toEqual({
      roles: ['auditor'],
      version: 7,
    }));

  it('names the sign-in that it ends', () =>
    expect(
      endSignIn(ada, {
        id: 's1',
        device: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36',
        address: '::1',
        created_at: '',
        last_used_at: '',
        live_sessions: 1,
      }),
    ).toMatchObject({ method: 'DELETE', path: 'admin/users/ada.o/sessions/s1/' }));

  it('is marked as a dangerous one where nothing brings it back', () =>
    expect(remove(ada).danger).toBe(true));
});

describe('a new account', () => {
  it('has no password and no display name unless they were given', () =>
    expect(create({ username: ' ben ', display_name: ' ', password: '', admin: false }).body).toEqual({
      username: 'ben',
      roles: [],
    }));

  it('keeps a password as it was typed', () =>
    expect(create({ username: 'ben', display_name: 'Ben', password: ' a b ', admin: true }).body).toEqual({
      username: 'ben',
      display_name: 'Ben',
      password: ' a b ',
      roles: ['admin'],
    }));
});
