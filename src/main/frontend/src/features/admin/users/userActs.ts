import type { AdminSignIn, AdminUser } from '../../../api/admin';
import { deviceName } from '../../settings/device';
import type { Act } from '../act';

const at = (user: AdminUser, act = '') => `admin/users/${encodeURIComponent(user.username)}/${act}`;

export const isAdmin = (user: AdminUser) => user.roles.includes('admin');

export function disable(user: AdminUser): Act {
  return {
    title: `Disable ${user.display_name}?`,
    says: 'Every device is signed out within five seconds, and signing in is refused until the account is enabled again. Connections and messages stay.',
    button: 'Disable',
    done: `${user.display_name} is disabled.`,
    method: 'POST',
    path: at(user, 'disable/'),
    body: { version: user.version },
    danger: true,
  };
}

export function enable(user: AdminUser): Act {
  return {
    title: `Enable ${user.display_name}?`,
    says: 'They can sign in again, with everything as it was.',
    button: 'Enable',
    done: `${user.display_name} is enabled.`,
    method: 'POST',
    path: at(user, 'enable/'),
    body: { version: user.version },
  };
}

/** Gives the role of an administrator, or takes it from them. */
export function changeRole(user: AdminUser): Act {
  const takes = isAdmin(user);
  return {
    title: takes
      ? `Take the administrator role from ${user.display_name}?`
      : `Make ${user.display_name} an administrator?`,
    says: takes
      ? 'They keep their account and lose the administration at once, on every device.'
      : 'They may do everything that you can do here, to you as well.',
    button: takes ? 'Take the role' : 'Give the role',
    done: takes
      ? `${user.display_name} is no administrator any more.`
      : `${user.display_name} is an administrator now.`,
    method: 'PUT',
    path: at(user, 'roles/'),
    body: {
      roles: takes ? user.roles.filter((role) => role !== 'admin') : [...user.roles, 'admin'],
      version: user.version,
    },
    danger: takes,
  };
}

export function resetPassword(user: AdminUser): Act {
  return {
    title: `Make a password link for ${user.display_name}?`,
    says: 'You get a link that works once. Whoever opens it chooses a new password, which ends every sign-in of the account. Until then the old password stays good.',
    button: 'Make the link',
    done: 'The link is made.',
    method: 'POST',
    path: at(user, 'password-reset/'),
  };
}

export function endSignIn(user: AdminUser, signIn: AdminSignIn): Act {
  const device = deviceName(signIn.device);
  return {
    title: `Sign ${user.display_name} out on ${device}?`,
    says: 'This sign-in and its live sessions end at once. The person can sign in again.',
    button: 'Sign out',
    done: `${device} was signed out.`,
    method: 'DELETE',
    path: at(user, `sessions/${signIn.id}/`),
    danger: true,
  };
}

export function remove(user: AdminUser): Act {
  return {
    title: `Delete ${user.display_name}?`,
    says: 'The account, its profile and its connections go for good, as if the person had deleted it. What they wrote stays with those they wrote to, without their name. This cannot be undone.',
    button: 'Delete for good',
    done: `${user.display_name} was deleted.`,
    method: 'DELETE',
    path: at(user),
    danger: true,
  };
}

export interface NewUser {
  username: string;
  display_name: string;
  password: string;
  admin: boolean;
}

/** Makes an account; without a password, one with a link to choose it. */
export function create({ username, display_name, password, admin }: NewUser): Act {
  return {
    title: 'Add a user',
    says: 'Leave the password empty to get a one-time link with which the person chooses their own.',
    button: 'Add the user',
    done: 'The account is made.',
    method: 'POST',
    path: 'admin/users/',
    body: {
      username: username.trim(),
      ...(display_name.trim() && { display_name: display_name.trim() }),
      ...(password && { password }),
      roles: admin ? ['admin'] : [],
    },
  };
}
