import { describe, expect, it } from 'vitest';
import { Problem } from '../../api/client';
import { bodyOf, isOvertaken, type Act } from './act';

const act: Act = {
  title: 'Disable Ada?',
  says: 'She cannot sign in.',
  button: 'Disable',
  done: 'Done.',
  method: 'POST',
  path: 'admin/users/ada/disable/',
  body: { version: 3 },
};

describe('an act', () => {
  it('sends why beside what it is', () =>
    expect(bodyOf(act, '  She left. ')).toEqual({ version: 3, reason: 'She left.' }));

  it('says that nothing was said, so that the server asks for it', () =>
    expect(bodyOf(act, ' ')).toEqual({ version: 3, reason: '' }));

  it('leaves an optional reason out', () =>
    expect(bodyOf({ ...act, reasonOptional: true }, ' ')).toEqual({ version: 3 }));
});

describe('a refusal', () => {
  it('with what stands now means that the page is behind', () =>
    expect(isOvertaken(new Problem(409, { code: 'changed_meanwhile', current: { version: 4 } }))).toBe(true));

  it('of something that is gone as well', () =>
    expect(isOvertaken(new Problem(404, { code: 'not_found' }))).toBe(true));

  it.each([
    new Problem(409, { code: 'last_admin', current: { version: 4 } }),
    new Problem(409, { code: 'username_taken', current: { version: 4 } }),
    new Problem(409, { code: 'not_both_enabled', current: { version: 4 } }),
    new Problem(400, { code: 'reason_required' }),
    new Error('x'),
  ])('of another kind does not', (problem) => expect(isOvertaken(problem)).toBe(false));
});
