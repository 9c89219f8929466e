import { Link } from 'react-router';
import { call } from '../../api/client';
import type { Notification } from '../../api/types';
import { Ago } from '../../parts/Ago';
import { Avatar } from '../../parts/Avatar';
import { tellFailure } from '../../parts/useAct';
import { targetOf } from './target';

/** One entry of the bell list; opening it marks it read. */
export function EntryRow({ entry, onOpen }: { entry: Notification; onOpen?: () => void }) {
  const open = () => {
    if (!entry.read_at) void call('POST', 'notifications/read/', { ids: [entry.id] }).catch(tellFailure);
    onOpen?.();
  };
  const { username, display_name } = entry.data;
  return (
    <li className="row">
      <Link className="row-link" to={targetOf(entry)} onClick={open}>
        <Avatar person={{ username: username ?? '', display_name, avatar_url: null }} size={36} />
        <span className="row-text" style={{ fontWeight: entry.read_at ? 400 : 600, fontSize: 14 }}>
          {entry.text}
          <span className="row-sub" style={{ display: 'block', fontWeight: 400 }}>
            <Ago at={entry.created_at} />
          </span>
        </span>
      </Link>
      {!entry.read_at && <span className="unread" role="img" aria-label="Unread" />}
    </li>
  );
}
