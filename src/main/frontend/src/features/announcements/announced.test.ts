import { afterEach, describe, expect, it } from 'vitest';
import type { Announcement } from '../../api/admin';
import { dismiss, dismissed, nextEnd, shownAt, told } from './announced';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute)).toISOString();
const now = Date.parse(at(30));

function announcement(id: string, parts: Partial<Announcement> = {}): Announcement {
  return { id, text: id, level: 'info', from: at(0), to: null, created_at: at(0), ...parts };
}

const names = (list: Announcement[]) => list.map(({ id }) => id);

describe('the announcements that are shown', () => {
  it('are not over and were not dismissed', () =>
    expect(
      names(
        shownAt(
          now,
          [
            announcement('now'),
            announcement('ends', { to: at(31) }),
            announcement('over', { to: at(30) }),
            announcement('told before this clock has it', { from: at(31) }),
            announcement('dismissed'),
          ],
          ['dismissed'],
        ),
      ),
    ).toEqual(['told before this clock has it', 'now', 'ends']));

  it('come with the most urgent first, and the newest of those', () =>
    expect(
      names(
        shownAt(
          now,
          [
            announcement('old info'),
            announcement('info', { from: at(5) }),
            announcement('warning', { level: 'warning' }),
            announcement('critical', { level: 'critical' }),
          ],
          [],
        ),
      ),
    ).toEqual(['critical', 'warning', 'info', 'old info']));

  it('are told once, as they were last told', () =>
    expect(told([announcement('a'), announcement('b')], announcement('b', { text: 'new' }))).toMatchObject([
      { id: 'b', text: 'new' },
      { id: 'a' },
    ]));

  it('change when the next one ends', () => {
    expect(
      nextEnd(now, [
        announcement('a', { to: at(50) }),
        announcement('b', { to: at(40) }),
        announcement('over', { to: at(9) }),
      ]),
    ).toBe(Date.parse(at(40)));
    expect(nextEnd(now, [announcement('a')])).toBeNull();
  });
});

describe('what was dismissed', () => {
  afterEach(() => localStorage.clear());

  it('is remembered in this browser', () => {
    dismiss('a');
    dismiss('b');
    dismiss('a');
    expect(dismissed()).toEqual(['b', 'a']);
  });

  it('is forgotten in the end', () => {
    for (let each = 0; each < 150; each++) dismiss(`${each}`);
    expect(dismissed()).toHaveLength(100);
    expect(dismissed()).toContain('149');
  });

  it('is nothing when what was kept cannot be read', () => {
    localStorage.setItem('parley-dismissed-announcements', '{');
    expect(dismissed()).toEqual([]);
  });
});
