const KEPT = 'parley-sso';

export type Purpose = 'sign-in' | 'link';

/** A sign-in that this tab has begun at a provider, and what must come back with its answer. */
export interface Started {
  provider: string;
  purpose: Purpose;
  /** The page that somebody came for. */
  from: string;
  state: string;
  nonce: string;
  verifier: string;
}

/** Keeps it while the browser is away; another tab knows nothing of it. */
export function keepStarted(started: Started) {
  sessionStorage.setItem(KEPT, JSON.stringify(started));
}

export function peekStarted(): Started | null {
  const kept = sessionStorage.getItem(KEPT);
  return kept === null ? null : (JSON.parse(kept) as Started);
}

/** Takes it out: an answer is read once. */
export function takeStarted(): Started | null {
  const started = peekStarted();
  sessionStorage.removeItem(KEPT);
  return started;
}
