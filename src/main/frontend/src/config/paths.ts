export type Tab = 'people' | 'requests' | 'connections';
export type List = Tab | 'chats';
export type AdminPart = 'monitor' | 'users' | 'connections' | 'audit' | 'announcements' | 'settings';

/** Every address of the front end. */
export const paths = {
  signIn: '/sign-in',
  register: '/register',
  setup: '/setup',
  resetPassword: '/reset-password',
  ssoCallback: '/sso/callback',
  chats: '/chats',
  people: '/people',
  requests: '/requests',
  connections: '/connections',
  notifications: '/notifications',
  links: '/links',
  link: '/link/:code',
  settings: '/settings',
  blocked: '/blocked',
  admin: '/admin',
  chat: (id: string) => `/chats/${id}`,
  chatInfo: (id: string) => `/chats/${id}/info`,
  adminPart: (part: AdminPart, search = '') => `/admin/${part}${search}`,
  adminUser: (username: string) => `/admin/users/${encodeURIComponent(username)}`,
  adminImport: (job = '') => `/admin/import${job && `/${job}`}`,
  adminPair: (a: string, b: string) => `/admin/pair?a=${encodeURIComponent(a)}&b=${encodeURIComponent(b)}`,
  person: (username: string, tab: Tab = 'people') => `/${tab}/${encodeURIComponent(username)}`,
} as const;

/** The page that somebody came for before they had to sign in. */
export function cameFor({ state }: { state: unknown }): { from?: string } {
  return (state as { from?: string } | null) ?? {};
}

/** The code of the connection link that an address opens, null when it is another page. */
export function linkCodeOf(address: string | undefined): string | null {
  const code = /^\/link\/([^/?#]+)/.exec(address ?? '')?.[1];
  return code === undefined ? null : decodeURIComponent(code);
}
