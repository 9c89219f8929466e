import type { AdminUser } from '../../../api/admin';
import { State } from '../State';
import { isAdmin } from './userActs';

/** Whether somebody may sign in, and what they may do. */
export function UserState({ user }: { user: AdminUser }) {
  return (
    <span className="states">
      {user.deleted ? (
        <State tone="bad">Deleted</State>
      ) : user.enabled ? (
        <State tone="good">Enabled</State>
      ) : (
        <State tone="bad">Disabled</State>
      )}
      {isAdmin(user) && <State tone="accent">Administrator</State>}
      {user.sso && <State tone="plain">{user.sso.provider}</State>}
    </span>
  );
}
