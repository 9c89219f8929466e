import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import type { Conversation, Message } from '../../api/chat';
import { call, Problem } from '../../api/client';
import type { Page, Person } from '../../api/types';
import { paths } from '../../config/paths';
import { nameOf, titleOf } from '../../live/chatViews';
import { useParley } from '../../live/context';
import { Empty } from '../../parts/Empty';
import { messageOf } from '../../parts/useAct';
import { Waiting } from '../../parts/Waiting';
import { IconSearch } from '@tabler/icons-react';
import { inert } from './inert';
import { highlightParts } from './highlights';
import { ConversationAvatar } from './PresenceAvatar';
import { shortMoment } from './times';

interface Hit {
  message: Message;
  conversation: Conversation | string;
  highlights: string[];
}

interface Found {
  q: string;
  messages: Hit[];
  next: string | null;
}

/** Messages that contain what is looked for; each leads to its place in its conversation. */
export default function SearchResults({ q, nothingElse }: { q: string; nothingElse: boolean }) {
  const { chat, user } = useParley();
  const search = useMessageSearch(q);
  if (!search.found || search.found.q !== q) {
    return q ? <Waiting failure={search.failure} retry={search.again} /> : null;
  }
  const { messages } = search.found;
  if (messages.length === 0) {
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
        {messages.map((hit) => {
          const id = typeof hit.conversation === 'string' ? hit.conversation : hit.conversation.id;
          const conversation = chat.conversations[id];
          if (!conversation) return null;
          const sender = hit.message.sender;
          const who = sender === user.username ? 'You' : sender ? nameOf(conversation, sender) : '';
          return (
            <li className="row chat-row" key={hit.message.id}>
              <Link className="row-link" to={`${paths.chat(id)}?at=${hit.message.seq}`}>
                <ConversationAvatar conversation={conversation} me={user.username} size={38} />
                <span className="row-text">
                  <span className="chat-row-line">
                    <span className="row-name chat-row-name">{titleOf(conversation, user.username)}</span>
                    <time className="chat-row-time" dateTime={hit.message.created_at}>
                      {shortMoment(hit.message.created_at)}
                    </time>
                  </span>
                  <span className="row-sub search-line">
                    {who}: <Marked text={inert(hit.message.body)} q={q} highlights={hit.highlights} />
                  </span>
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Marked({ text, q, highlights }: { text: string; q: string; highlights: string[] }) {
  return highlightParts(text, highlights.length > 0 ? highlights : q.split(/\s+/)).map((part, index) =>
    part.marked ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
  );
}

function useMessageSearch(q: string) {
  const [found, setFound] = useState<Found | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (!q) return;
    let current = true;
    call<{ messages: Page<Hit>; people: Page<Person> }>('GET', `search/?q=${encodeURIComponent(q)}`)
      .then(({ messages }) => {
        if (!current) return;
        setFound({ q, messages: messages.items, next: messages.next });
        setFailure(null);
      })
      .catch((problem: unknown) => {
        if (!current) return;
        // A server without message search still lets the list be filtered.
        if (problem instanceof Problem && problem.status === 404) {
          setFound({ q, messages: [], next: null });
        } else setFailure(messageOf(problem));
      });
    return () => {
      current = false;
    };
  }, [q, turn]);
  return { found, failure, again: () => setTurn(turn + 1) };
}
