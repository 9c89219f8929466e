import type { ReactNode } from 'react';
import { useToday } from '../../parts/clock';
import type { Row } from './threadRows';
import { dayName } from './times';

interface Props {
  row: Row;
  label: string;
  current: boolean;
  lit?: boolean;
  avatar?: ReactNode;
  children: ReactNode;
}

/** The place of a message in the thread: below the day and the mark of what is new, on its writer's side. */
export function RowFrame({ row, label, current, lit = false, avatar, children }: Props) {
  const today = useToday();
  return (
    <div className="msg" data-mine={row.mine || undefined} data-last={row.last || undefined}>
      {row.day && (
        <div className="day">
          <span>{dayName(row.day, today)}</span>
        </div>
      )}
      {row.unread && (
        <div className="new-line">
          <span>New messages</span>
        </div>
      )}
      <div
        className="msg-line"
        role="article"
        aria-label={label}
        tabIndex={current ? 0 : -1}
        data-key={row.key}
        data-lit={lit || undefined}
      >
        {!row.mine && <div className="msg-who">{row.last && avatar}</div>}
        <div className="msg-column">{children}</div>
      </div>
    </div>
  );
}
