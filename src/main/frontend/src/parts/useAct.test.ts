import { describe, expect, it } from 'vitest';
import { Problem } from '../api/client';
import { messageOf } from './useAct';

describe('what a person is told of a failure', () => {
  it('is what the server said', () =>
    expect(messageOf(new Problem(409, { code: 'request_not_pending', detail: 'No longer pending.' }))).toBe(
      'No longer pending.',
    ));

  it('names the date after a rejection', () =>
    expect(
      messageOf(new Problem(409, { detail: 'Rejected.', retry_at: '2026-12-03T10:00:00.000Z' })),
    ).toMatch(/^Rejected\. You can ask again on .*2026/));

  it.each([
    [1, '1 second'],
    [45, '45 seconds'],
    [120, '2 minutes'],
    [86_400, '24 hours'],
  ])('says how long to wait after %i s', (seconds, said) =>
    expect(messageOf(new Problem(429, { detail: 'Too many.' }, seconds))).toBe(
      `Too many. Try again in ${said}.`,
    ),
  );

  it('is the sentence of each field that is wrong', () =>
    expect(
      messageOf(
        new Problem(400, { detail: 'note: Too long.', errors: [{ field: 'note', message: 'Too long.' }] }),
      ),
    ).toBe('Too long.'));

  it('has a sentence for what nobody foresaw', () =>
    expect(messageOf(new Error('x'))).toBe('Something went wrong. Try again.'));
});
