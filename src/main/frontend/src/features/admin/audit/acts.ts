const NAMES: Record<string, string> = {
  sign_in: 'Signed in',
  sign_in_refused: 'Sign-in refused',
  sign_out: 'Signed out',
  token_reused: 'A used token came again',
  password_changed: 'Password changed',
  password_reset: 'Password chosen by a link',
  'user.created': 'User added',
  'user.disabled': 'User disabled',
  'user.enabled': 'User enabled',
  'user.deleted': 'User deleted',
  'user.roles_changed': 'Roles changed',
  'user.imported': 'Users imported',
  'user.password_reset_made': 'Password link made',
  'user.session_ended': 'Sign-in ended',
  'connection.created': 'Connection made',
  'connection.approved': 'Request approved',
  'connection.removed': 'Connection removed',
  'connection.deleted': 'Connection record deleted',
  'announcement.published': 'Announcement published',
  'announcement.deleted': 'Announcement deleted',
  'setting.changed': 'Setting changed',
  'message.deleted_by_admin': 'Message deleted by an administrator',
  not_an_admin: 'Administration refused',
  'sso.linked': 'Single sign-on linked',
  'sso.unlinked': 'Single sign-on unlinked',
  'sso.signed_out': 'Signed out by the identity provider',
  'sso.refused': 'Single sign-on refused',
  'audit.exported': 'Audit log exported',
};

/** An act in words; one that is not known here in the server's own word. */
export function nameOf(act: string): string {
  return NAMES[act] ?? act.replace(/[._]/g, ' ');
}

/** A detail of an entry as a line of text. */
export function detailText(value: unknown): string {
  if (value === null || value === undefined) return 'none';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(detailText).join(', ');
  return JSON.stringify(value);
}
