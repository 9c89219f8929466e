export type Tab = 'people' | 'requests' | 'connections';

/** Every address of the front end. */
export const paths = {
  signIn: '/sign-in',
  register: '/register',
  setup: '/setup',
  resetPassword: '/reset-password',
  people: '/people',
  requests: '/requests',
  connections: '/connections',
  notifications: '/notifications',
  links: '/links',
  link: '/link/:code',
  settings: '/settings',
  blocked: '/blocked',
  person: (username: string, tab: Tab = 'people') => `/${tab}/${encodeURIComponent(username)}`,
} as const;

/** The page that somebody came for before they had to sign in. */
export function cameFor({ state }: { state: unknown }): { from?: string } {
  return (state as { from?: string } | null) ?? {};
}
