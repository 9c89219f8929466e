import { describe, expect, it } from 'vitest';
import { detailText, nameOf } from './acts';

describe('the name of an act', () => {
  it('is in words', () => expect(nameOf('user.roles_changed')).toBe('Roles changed'));

  it('of one that is new is the server’s', () =>
    expect(nameOf('robot.tamed_again')).toBe('robot tamed again'));
});

describe('a detail', () => {
  it.each([
    ['open', 'open'],
    [12, '12'],
    [false, 'false'],
    [null, 'none'],
    [[], 'none'],
    [['admin', 'auditor'], 'admin, auditor'],
    [{ from: 1 }, '{"from":1}'],
  ])('%j reads "%s"', (value, text) => expect(detailText(value)).toBe(text));
});
