const KEPT = 'parley-provider-sessions';
const LEFT = 'parley-provider-sessions-left';

/** A session at a provider that this tab has begun, and what it takes to end it there. */
export interface ProviderSession {
  provider: string;
  idToken: string;
  endSession: string;
}

function kept(): ProviderSession[] {
  return JSON.parse(sessionStorage.getItem(KEPT) ?? '[]') as ProviderSession[];
}

function keep(sessions: ProviderSession[]) {
  if (sessions.length > 0) sessionStorage.setItem(KEPT, JSON.stringify(sessions));
  else [KEPT, LEFT].forEach((key) => sessionStorage.removeItem(key));
}

/** Keeps it until somebody signs out; a provider without a page for that has nothing to keep. */
export function keepProviderSession(
  session: Omit<ProviderSession, 'endSession'> & { endSession: string | null },
) {
  const others = kept().filter(({ provider }) => provider !== session.provider);
  keep(session.endSession === null ? others : [...others, { ...session, endSession: session.endSession }]);
}

/** Somebody has signed out of Parley by an act of their own. */
export function leaveProviderSessions() {
  if (kept().length > 0) sessionStorage.setItem(LEFT, 'yes');
}

/** The sessions that outlast the one here. */
export function leftProviderSessions(): ProviderSession[] {
  return sessionStorage.getItem(LEFT) === null ? [] : kept();
}

/** Forgets the session at one provider, or at all. */
export function forgetProviderSessions(provider?: string) {
  keep(provider === undefined ? [] : kept().filter((session) => session.provider !== provider));
}

/** The provider's own page that ends the session and sends the browser back. */
export function logoutAddress(session: ProviderSession, clientId: string, back: string): URL {
  const address = new URL(session.endSession);
  address.searchParams.set('client_id', clientId);
  address.searchParams.set('id_token_hint', session.idToken);
  address.searchParams.set('post_logout_redirect_uri', back);
  return address;
}
