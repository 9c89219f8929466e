import { beforeEach, expect, it, vi } from 'vitest';
import { call, forget, leave, signInBy, whenSignedOut } from './client';

const told: (string | null)[] = [];

/** The server's end: it takes the token until the sign-in has ended. */
let ended = false;

beforeEach(async () => {
  told.length = 0;
  ended = false;
  vi.stubGlobal('fetch', (path: string) => {
    const body = path.endsWith('/login/') ? { access_token: 't', expires_in: 600, user: {} } : {};
    return Promise.resolve(new Response(JSON.stringify(body), { status: ended ? 401 : 200 }));
  });
  vi.stubGlobal('navigator', {
    locks: { request: (_name: string, work: () => Promise<unknown>) => work() },
  });
  await signInBy('login/', {});
  whenSignedOut((why) => told.push(why));
});

it('says why somebody was signed out when the server takes their sign-in no more', async () => {
  ended = true;
  await expect(call('GET', 'me/')).rejects.toThrow();
  expect(told).toEqual(['Your sign-in has ended. Sign in again.']);
});

it('keeps to what a person did themselves, whatever ends by it afterwards', async () => {
  ended = true;
  leave('Your account was deleted.');
  forget('You were signed out.');
  await expect(call('GET', 'me/')).rejects.toThrow();
  expect(told).toEqual(['Your account was deleted.']);
});

it('keeps to it as well when another tab has heard of the end only', async () => {
  const otherTab = new BroadcastChannel('parley-sign-in');
  leave('Your account was deleted.');
  otherTab.postMessage({ signedIn: false, why: 'This account is disabled.', act: false });
  otherTab.postMessage({ signedIn: false, why: 'You are signed out.', act: true });
  await vi.waitFor(() => expect(told).toContain('You are signed out.'));
  otherTab.close();
  expect(told).toEqual(['Your account was deleted.', 'You are signed out.']);
});

it('says what a person did themselves although its consequence was heard first', () => {
  forget('You were signed out.');
  leave('Your account was deleted.');
  expect(told.at(-1)).toBe('Your account was deleted.');
});
