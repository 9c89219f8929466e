import { describe, expect, it } from 'vitest';
import { Problem } from '../../api/client';
import { faultOf } from './useGateForm';

const wrong = (field: string) =>
  new Problem(400, { code: 'invalid_input', detail: `${field}: No.`, errors: [{ field, message: 'No.' }] });

describe('a fault of a form stands', () => {
  it.each([
    [wrong('username'), 'username'],
    [wrong('password'), 'password'],
    [wrong('new_password'), 'password'],
    [wrong('token'), null],
    [new Problem(409, { code: 'username_taken' }), 'username'],
    [new Problem(400, { code: 'weak_password' }), 'password'],
    [new Problem(401, { code: 'invalid_credentials' }), null],
    [new Error('x'), null],
  ])('at its field or above them all', (problem, field) => expect(faultOf(problem)?.field).toBe(field));
});
