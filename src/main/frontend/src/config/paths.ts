export type Tab = 'people' | 'requests' | 'connections';
export type List = Tab | 'chats';

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
  chat: (id: string) => `/chats/${id}`,
  chatInfo: (id: string) => `/chats/${id}/info`,
  person: (username: string, tab: Tab = 'people') => `/${tab}/${encodeURIComponent(username)}`,
} as const;

/** The page that somebody came for before they had to sign in. */
export function cameFor({ state }: { state: unknown }): { from?: string } {
  return (state as { from?: string } | null) ?? {};
}
