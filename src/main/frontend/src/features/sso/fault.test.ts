import { AuthorizationResponseError, OperationProcessingError, ResponseBodyError } from 'oauth4webapi';
import { beforeAll, expect, test } from 'vitest';
import { Problem } from '../../api/client';
import { faultOf } from './fault';

const answered = (error: string) =>
  new AuthorizationResponseError('', { cause: new URLSearchParams({ error }) });

beforeAll(() => {
  Object.defineProperty(globalThis, 'isSecureContext', { value: true, configurable: true });
});

test('somebody who cancels is told so', () => {
  expect(faultOf(answered('access_denied'), 'Acme')).toBe(
    'You cancelled the sign-in with Acme, or may not use it.',
  );
});

test('a provider that is busy is to be tried again, one that refuses is not', () => {
  expect(faultOf(answered('temporarily_unavailable'), 'Acme')).toContain('right now');
  expect(faultOf(answered('invalid_scope'), 'Acme')).toContain('invalid_scope');
});

test('an answer to nothing is not believed', () => {
  expect(faultOf(new OperationProcessingError('state'), 'Acme')).toContain('begun here');
});

test('a code that is over is said to be', () => {
  const problem = new ResponseBodyError('', {
    cause: { error: 'invalid_grant' },
    response: new Response(null, { status: 400 }),
  });
  expect(faultOf(problem, 'Acme')).toContain('waited too long');
});

test('what the server refuses is said in its words', () => {
  const refused = new Problem(401, { code: 'sso_token_refused', detail: 'Start it again.' });
  expect(faultOf(refused, 'Acme')).toBe('Start it again.');
});

test('a provider that cannot be reached does not answer', () => {
  expect(faultOf(new TypeError('Failed to fetch'), 'Acme')).toContain('Acme does not answer');
});
