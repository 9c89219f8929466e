import { describe, expect, it } from 'vitest';
import type { Announcement } from '../../../api/admin';
import { byState, publish, withdraw } from './announcementActs';

describe('an announcement', () => {
  it('that is published now has no times', () =>
    expect(publish({ text: ' Hello. ', level: 'info', from: null, to: '' })).toMatchObject({
      button: 'Publish now',
      body: { text: 'Hello.', level: 'info' },
    }));

  it('that is scheduled sends moments, not what a clock here shows', () => {
    const act = publish({ text: 'x', level: 'critical', from: '2026-12-01T09:00', to: '2026-12-01T10:00' });
    expect(act.button).toBe('Schedule');
    expect(act.body).toEqual({
      text: 'x',
      level: 'critical',
      from: new Date('2026-12-01T09:00').toISOString(),
      to: new Date('2026-12-01T10:00').toISOString(),
    });
  });

  it('is withdrawn while it is seen, and deleted when it is over', () => {
    expect(withdraw(announcement('current')).button).toBe('Withdraw');
    expect(withdraw(announcement('over')).button).toBe('Delete');
  });
});

it('announcements are listed by where they stand', () => {
  const all = [announcement('over'), announcement('current'), announcement('scheduled')];
  const { current, scheduled, over } = byState(all);
  expect([current, scheduled, over].map((each) => each.length)).toEqual([1, 1, 1]);
});

function announcement(state: Announcement['state']): Announcement {
  return { id: state ?? '', text: 'x', level: 'info', from: '', to: null, created_at: '', state };
}
