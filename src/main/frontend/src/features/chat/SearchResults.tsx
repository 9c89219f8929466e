import { IconSearch } from '@tabler/icons-react';
import { Link } from 'react-router';
import { paths } from '../../config/paths';
import { nameOf, titleOf } from '../../live/chatViews';
import { useParley } from '../../live/context';
import { Empty } from '../../parts/Empty';
import { More } from '../../parts/More';
import { Waiting } from '../../parts/Waiting';
import { highlightParts } from './highlights';
import { inert } from './inert';
import { ConversationAvatar } from './PresenceAvatar';
import { shortMoment } from './times';
import { useMessageSearch, type Hit } from './useMessageSearch';

/** Messages that contain what is looked for; each leads to its place in its conversation. */
export default function SearchResults({ q, nothingElse }: { q: string; nothingElse: boolean }) {
  const { user } = useParley();
  const search = useMessageSearch(q);
  if (!search.hits) return q ? <Waiting failure={search.failure} retry={search.again} /> : null;
  if (search.hits.length === 0) {
    return nothingElse ? (
      <Empty icon={<IconSearch />} title="Nothing found">
        No chat and no message of yours contains “{q}”.
      </Empty>
    ) : null;
  }
  return (
    <>
      <h2 className="group-title">Messages</h2>
      <ul className="plain" aria-label="Messages found">
        {search.hits.map((hit) => (
          <HitRow key={hit.message.id} hit={hit} q={q} me={user.username} />
        ))}
      </ul>
      <More load={search.more} />
    </>
  );
}

function HitRow({ hit, q, me }: { hit: Hit; q: string; me: string }) {
  const { message, conversation, highlights } = hit;
  const { sender } = message;
  const who = sender === me ? 'You' : sender ? nameOf(conversation, sender) : 'Deleted user';
  const words = highlights.length > 0 ? highlights.map((each) => each.text) : q.split(/\s+/);
  return (
    <li className="row chat-row">
      <Link className="row-link" to={`${paths.chat(conversation.id)}?at=${message.seq}`}>
        <ConversationAvatar conversation={conversation} me={me} size={38} />
        <span className="row-text">
          <span className="chat-row-line">
            <span className="row-name chat-row-name">
              <bdi>{inert(titleOf(conversation, me))}</bdi>
            </span>
            <time className="chat-row-time" dateTime={message.created_at}>
              {shortMoment(message.created_at)}
            </time>
          </span>
          <span className="row-sub search-line">
            {who}:{' '}
            {highlightParts(inert(message.body), words).map((part, index) =>
              part.marked ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
            )}
          </span>
        </span>
      </Link>
    </li>
  );
}
