import { IconSearch } from '@tabler/icons-react';
import { Link } from 'react-router';
import { paths } from '../../config/paths';
import { nameOf, titleOf } from '../../live/chatViews';
import { useParley } from '../../live/context';
import { useToday } from '../../parts/clock';
import { Empty } from '../../parts/Empty';
import { More } from '../../parts/More';
import { Waiting } from '../../parts/Waiting';
import { excerpt } from './highlights';
import { inert } from './inert';
import { ConversationAvatar } from './PresenceAvatar';
import { SearchNarrowing } from './SearchNarrowing';
import { shortMoment } from './times';
import { useMessageSearch, type Hit } from './useMessageSearch';
import { useNarrowing } from './useNarrowing';

interface Props {
  q: string;
  /** Whether no chat was found either. */
  nothingElse: boolean;
  /** The conversation that is open beside the list. */
  open: string | undefined;
}

/** Messages that contain what is looked for; each leads to its place in its conversation. */
export default function SearchResults({ q, nothingElse, open }: Props) {
  const { user } = useParley();
  const { narrowing, ...narrow } = useNarrowing(open);
  const search = useMessageSearch(q, narrowing);
  const narrowed = Object.keys(narrowing).length > 0;
  return (
    <>
      {q && (search.hits?.length !== 0 || narrowed) && <SearchNarrowing {...narrow} open={open} />}
      <Hits q={q} search={search} me={user.username} nothingElse={nothingElse || narrowed} />
    </>
  );
}

interface HitsProps {
  q: string;
  search: ReturnType<typeof useMessageSearch>;
  me: string;
  nothingElse: boolean;
}

function Hits({ q, search, me, nothingElse }: HitsProps) {
  if (!search.hits) return q ? <Waiting failure={search.failure} retry={search.again} /> : null;
  if (search.hits.length === 0 && !search.more) {
    return nothingElse ? (
      <Empty icon={<IconSearch />} title="Nothing found">
        Nothing of yours contains “{q}” there.
      </Empty>
    ) : null;
  }
  return (
    <>
      <h2 className="group-title">Messages</h2>
      <ul className="plain" aria-label="Messages found">
        {search.hits.map((hit) => (
          <HitRow key={hit.message.id} hit={hit} me={me} />
        ))}
      </ul>
      <More load={search.more} />
    </>
  );
}

function HitRow({ hit, me }: { hit: Hit; me: string }) {
  const today = useToday();
  const { message, conversation, highlights } = hit;
  const { sender } = message;
  const who = sender === me ? 'You' : sender ? nameOf(conversation, sender) : 'Deleted user';
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
              {shortMoment(message.created_at, today)}
            </time>
          </span>
          <span className="row-sub search-line">
            {who}:{' '}
            {excerpt(message.body, highlights).map((part, index) =>
              part.marked ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
            )}
          </span>
        </span>
      </Link>
    </li>
  );
}
