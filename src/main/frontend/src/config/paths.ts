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
