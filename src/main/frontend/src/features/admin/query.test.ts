import { describe, expect, it } from 'vitest';
import { dayBegins, dayEnds, withQuery } from './query';

describe('the address of a filtered list', () => {
  it('names only the filters that are set', () =>
    expect(withQuery('admin/users/', { q: 'ann b', enabled: '', role: null, sort: undefined })).toBe(
      'admin/users/?q=ann+b',
    ));

  it('is the plain one without filters', () =>
    expect(withQuery('admin/users/', { q: '' })).toBe('admin/users/'));
});

describe('a day', () => {
  it('begins at its midnight here and ends at the next one', () => {
    expect(new Date(dayBegins('2026-03-29')).toDateString()).toBe('Sun Mar 29 2026');
    expect(new Date(dayEnds('2026-03-29')).toDateString()).toBe('Mon Mar 30 2026');
    expect(new Date(dayEnds('2026-12-31')).getFullYear()).toBe(2027);
  });

  it.each(['', 'soon', '2026-13-45'])('that is none, as "%s", says nothing', (none) => {
    expect(dayBegins(none)).toBe('');
    expect(dayEnds(none)).toBe('');
  });
});
