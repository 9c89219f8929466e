import type { Announcement, Level } from '../../../api/admin';
import type { Act } from '../act';
import { instant } from '../query';

export interface NewAnnouncement {
  text: string;
  level: Level;
  /** As a field for date and time has it; null for at once. */
  from: string | null;
  /** The same; empty for until it is withdrawn. */
  to: string;
}

export const LONGEST = 500;

/** Publishes at once, or at its time. */
export function publish({ text, level, from, to }: NewAnnouncement): Act {
  return {
    title: 'Announce something',
    says: 'Everybody who is signed in sees it at the top of their screen, now or at its time, until it ends or they dismiss it.',
    button: from === null ? 'Publish now' : 'Schedule',
    done: from === null ? 'The announcement is published.' : 'The announcement is scheduled.',
    method: 'POST',
    path: 'admin/announcements/',
    body: {
      text: text.trim(),
      level,
      ...(from && { from: instant(new Date(from)) }),
      ...(to && { to: instant(new Date(to)) }),
    },
    reasonOptional: true,
  };
}

export function withdraw({ id, state }: Announcement): Act {
  return {
    title: state === 'over' ? 'Delete this announcement?' : 'Withdraw this announcement?',
    says:
      state === 'current'
        ? 'It disappears from everybody’s screen at once.'
        : state === 'scheduled'
          ? 'Nobody will see it.'
          : 'It leaves this list. The audit log keeps it.',
    button: state === 'over' ? 'Delete' : 'Withdraw',
    done: state === 'over' ? 'The announcement was deleted.' : 'The announcement was withdrawn.',
    method: 'DELETE',
    path: `admin/announcements/${id}/`,
    danger: true,
    reasonOptional: true,
  };
}

export const STATES = ['current', 'scheduled', 'over'] as const;

/** Announcements by where they stand: those that are seen now first. */
export function byState(all: Announcement[]): Record<(typeof STATES)[number], Announcement[]> {
  const of = (state: Announcement['state']) => all.filter((each) => each.state === state);
  return { current: of('current'), scheduled: of('scheduled'), over: of('over') };
}
