import { beforeEach, expect, test } from 'vitest';
import {
  forgetProviderSessions,
  keepProviderSession,
  leaveProviderSessions,
  leftProviderSessions,
  logoutAddress,
} from './providerSessions';

const acme = { provider: 'acme', idToken: 'token', endSession: 'https://id.acme.example/logout?realm=a' };
const globex = { provider: 'globex', idToken: 'other', endSession: 'https://globex.example/logout' };

beforeEach(() => sessionStorage.clear());

test('nothing is offered to somebody who is signed in', () => {
  keepProviderSession(acme);
  expect(leftProviderSessions()).toEqual([]);
});

test('somebody who came by a provider and signs out is offered to leave it as well', () => {
  keepProviderSession(acme);
  leaveProviderSessions();
  expect(leftProviderSessions()).toEqual([acme]);
});

test('somebody who came without a provider is offered nothing', () => {
  leaveProviderSessions();
  expect(leftProviderSessions()).toEqual([]);
});

test('a provider without a page for it is not offered', () => {
  keepProviderSession({ ...acme, endSession: null });
  leaveProviderSessions();
  expect(leftProviderSessions()).toEqual([]);
  expect(sessionStorage).toHaveLength(0);
});

test('a provider that was added meanwhile is offered too, each once', () => {
  keepProviderSession(acme);
  keepProviderSession(globex);
  keepProviderSession({ ...acme, idToken: 'newer' });
  leaveProviderSessions();
  expect(leftProviderSessions()).toEqual([globex, { ...acme, idToken: 'newer' }]);
});

test('what is kept goes with the one who signs in next, and when it is used', () => {
  keepProviderSession(acme);
  keepProviderSession(globex);
  leaveProviderSessions();
  forgetProviderSessions('acme');
  expect(leftProviderSessions()).toEqual([globex]);
  forgetProviderSessions();
  expect(sessionStorage).toHaveLength(0);
});

test('the provider learns whose session ends and where to come back to', () => {
  const address = logoutAddress(acme, 'parley', 'https://chat.example.org/sign-in');
  expect(address.origin + address.pathname).toBe('https://id.acme.example/logout');
  expect(Object.fromEntries(address.searchParams)).toEqual({
    realm: 'a',
    client_id: 'parley',
    id_token_hint: 'token',
    post_logout_redirect_uri: 'https://chat.example.org/sign-in',
  });
});
