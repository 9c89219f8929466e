import type { OwnUser } from './types';

export interface ProblemDocument {
  code?: string;
  detail?: string;
  /** When a refused request may be sent again. */
  retry_at?: string;
  /** What stands now, when the call came too late. */
  current?: unknown;
  errors?: { field: string; message: string }[];
}

/** A refusal of the server, with its stable code. */
export class Problem extends Error {
  readonly code: string;
  readonly retryAt: string | null;
  readonly current: unknown;
  readonly errors: { field: string; message: string }[];

  constructor(
    readonly status: number,
    document: ProblemDocument,
    readonly retryAfter: number | null = null,
  ) {
    super(document.detail ?? 'Something went wrong. Try again.');
    this.code = document.code ?? 'error';
    this.retryAt = document.retry_at ?? null;
    this.current = document.current;
    this.errors = document.errors ?? [];
  }
}

const BASE = '/chat/api/';
const TIMEOUT_MS = 20_000;
/** An export may be long and a connection slow. */
const DOWNLOAD_TIMEOUT_MS = 10 * 60_000;
const RENEW_BEFORE_MS = 60_000;
const REMEMBERED = 'parley-signed-in';
const ENDED = 'Your sign-in has ended. Sign in again.';
const tabs = new BroadcastChannel('parley-sign-in');

let accessToken: string | null = null;
let expiresAt = 0;
type Listener = (message: string | null, byOwnAct: boolean) => void;
let onSignedOut: Listener = () => undefined;

type TabNews = { signedIn: true } | { signedIn: false; why: string | null; act: boolean };

// All tabs share one sign-in: one that another tab began is taken over, one that it ended has ended.
tabs.onmessage = ({ data }: MessageEvent<TabNews>) => {
  if (data.signedIn) location.reload();
  else if (data.act || accessToken !== null) signedOut(data.why, data.act);
};

export function whenSignedOut(listener: Listener) {
  onSignedOut = listener;
}

/** Whether this browser had a sign-in when it was last here; the cookie itself no page can see. */
export function wasSignedIn() {
  return localStorage.getItem(REMEMBERED) !== null;
}

interface Tokens {
  access_token: string;
  expires_in: number;
  user?: OwnUser;
}

function keep(tokens: Tokens) {
  accessToken = tokens.access_token;
  expiresAt = Date.now() + tokens.expires_in * 1000;
  localStorage.setItem(REMEMBERED, 'yes');
}

function signedOut(message: string | null, byOwnAct: boolean) {
  accessToken = null;
  localStorage.removeItem(REMEMBERED);
  onSignedOut(message, byOwnAct);
}

function endEverywhere(why: string | null, act: boolean) {
  tabs.postMessage({ signedIn: false, why, act } satisfies TabNews);
  signedOut(why, act);
}

/** Forgets a sign-in that has ended, in all tabs; where it is forgotten nothing else that says so is heard. */
export function forget(message: string | null) {
  if (accessToken !== null) endEverywhere(message, false);
}

/** Leaves all tabs by an act of one's own, whatever has been said before. */
export function leave(message: string | null) {
  endEverywhere(message, true);
}

export interface Manner {
  accept?: string;
  timeout?: number;
  /** Goes through although the page is being left. */
  keepalive?: boolean;
}

async function send(
  method: string,
  path: string,
  body: unknown,
  token: string | null,
  { accept = 'application/json', timeout = TIMEOUT_MS, keepalive = false }: Manner = {},
): Promise<Response> {
  const headers: Record<string, string> = { Accept: accept };
  if (token) headers.Authorization = `Bearer ${token}`;
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) headers['Content-Type'] = 'application/json';
  try {
    return await fetch(BASE + path, {
      method,
      headers,
      body: body === undefined ? undefined : isForm ? body : JSON.stringify(body),
      credentials: 'same-origin',
      signal: AbortSignal.timeout(timeout),
      keepalive,
    });
  } catch {
    throw new Problem(0, {
      code: 'offline',
      detail: 'The server cannot be reached. Check your connection and try again.',
    });
  }
}

async function read<T>(response: Response): Promise<T> {
  if (response.ok) {
    const text = await response.text();
    return (text ? JSON.parse(text) : undefined) as T;
  }
  const retry = response.headers.get('Retry-After');
  const document = (await response.json().catch(() => ({}))) as ProblemDocument;
  throw new Problem(response.status, document, retry ? Number(retry) : null);
}

/** A call that needs no sign-in and must not carry a token. */
export async function publicCall<T>(method: string, path: string, body?: unknown): Promise<T> {
  return read<T>(await send(method, path, body, null));
}

/** Signs in by any call that answers tokens; the refresh token stays in a cookie that no page can read. */
export async function signInBy(path: string, body: object): Promise<void> {
  keep(await publicCall<Tokens>('POST', path, { ...body, use_cookie: true }));
  tabs.postMessage({ signedIn: true } satisfies TabNews);
}

/** Renews the sign-in by the cookie; one tab at a time. Answers whether somebody is signed in. */
export async function renew(): Promise<boolean> {
  return navigator.locks.request('parley-refresh', async () => {
    if (accessToken && expiresAt - Date.now() > RENEW_BEFORE_MS) return true;
    try {
      keep(await publicCall<Tokens>('POST', 'token/refresh/'));
      return true;
    } catch (problem) {
      if (problem instanceof Problem && problem.status === 401) {
        localStorage.removeItem(REMEMBERED);
        return false;
      }
      throw problem;
    }
  });
}

/** A call of the person who is signed in. */
export async function call<T>(method: string, path: string, body?: unknown, manner?: Manner): Promise<T> {
  return read<T>(await sendSigned(method, path, body, manner));
}

/** Sends with the sign-in; one that the server does not take any more is renewed once. */
async function sendSigned(method: string, path: string, body: unknown, manner?: Manner): Promise<Response> {
  const response = await send(method, path, body, await authorized(), manner);
  return response.status === 401 ? send(method, path, body, await authorizedAnew(), manner) : response;
}

async function renewOrForget() {
  if (!(await renew())) {
    forget(ENDED);
    throw new Problem(401, { code: 'not_authenticated', detail: ENDED });
  }
}

/** A token that is good for a call. */
export async function authorized(): Promise<string> {
  if (expiresAt - Date.now() < RENEW_BEFORE_MS / 2) await renewOrForget();
  return accessToken ?? '';
}

/** Another token, because the server has refused the last one before its time. */
export function authorizedAnew(): Promise<string> {
  expiresAt = 0;
  return authorized();
}

/** The path of an address that the API has told. */
export const pathOf = (address: string) => (address.startsWith(BASE) ? address.slice(BASE.length) : address);

/** Downloads a file of the person who is signed in. */
export async function download(path: string): Promise<Blob> {
  const response = await sendSigned('GET', path, undefined, { accept: '*/*', timeout: DOWNLOAD_TIMEOUT_MS });
  return response.ok ? response.blob() : read<Blob>(response);
}

export async function signOut(): Promise<void> {
  try {
    await call('POST', 'logout/');
  } finally {
    leave('You are signed out.');
  }
}
