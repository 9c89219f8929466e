import { beforeEach, expect, test } from 'vitest';
import { keepStarted, peekStarted, takeStarted, type Started } from './started';

const started: Started = {
  provider: 'acme',
  purpose: 'link',
  from: '/settings',
  state: 's',
  nonce: 'n',
  verifier: 'v',
};

beforeEach(() => sessionStorage.clear());

test('what was begun is there when the browser comes back', () => {
  keepStarted(started);
  expect(peekStarted()).toEqual(started);
  expect(takeStarted()).toEqual(started);
});

test('an answer is read once', () => {
  keepStarted(started);
  takeStarted();
  expect(takeStarted()).toBeNull();
  expect(peekStarted()).toBeNull();
});
