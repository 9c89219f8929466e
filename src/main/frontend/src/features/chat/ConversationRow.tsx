import { IconBellOff, IconPinFilled } from '@tabler/icons-react';
import { memo } from 'react';
import { Link } from 'react-router';
import type { Conversation } from '../../api/chat';
import { paths } from '../../config/paths';
import { useOutbox, useSignals } from '../../live/chatContext';
import { activityOf, nameOf, titleOf } from '../../live/chatViews';
import { outgoingIn } from '../../live/outboxState';
import { typingIn } from '../../live/signals';
import { useToday } from '../../parts/clock';
import { inert } from './inert';
import { previewOf } from './preview';
import { ConversationAvatar } from './PresenceAvatar';
import { shortMoment } from './times';

interface Props {
  conversation: Conversation;
  me: string;
  chosen: boolean;
}

/** One conversation in the list: with whom, what was last, and what waits. */
export const ConversationRow = memo(function ConversationRow({ conversation, me, chosen }: Props) {
  const today = useToday();
  const { unread_count: unread, muted, pinned } = conversation;
  return (
    <li className="row chat-row" data-chosen={chosen || undefined} data-unread={unread > 0 || undefined}>
      <Link className="row-link" to={paths.chat(conversation.id)} aria-current={chosen ? 'page' : undefined}>
        <ConversationAvatar conversation={conversation} me={me} size={44} />
        <span className="row-text">
          <span className="chat-row-line">
            <span className="row-name chat-row-name">
              <bdi>{inert(titleOf(conversation, me))}</bdi>
            </span>
            <time className="chat-row-time" dateTime={activityOf(conversation)}>
              {shortMoment(activityOf(conversation), today)}
            </time>
          </span>
          <span className="chat-row-line">
            <Preview conversation={conversation} me={me} chosen={chosen} />
            {muted && <IconBellOff size={15} role="img" aria-label="Muted" />}
            {pinned && <IconPinFilled size={14} role="img" aria-label="Pinned" />}
            {unread > 0 && (
              <span className="chat-count" data-quiet={muted || undefined} aria-label={`${unread} unread`}>
                {unread > 99 ? '99+' : unread}
              </span>
            )}
          </span>
        </span>
      </Link>
    </li>
  );
});

function Preview({ conversation, me, chosen }: Props) {
  const typing = typingIn(useSignals(), conversation.id);
  const outbox = useOutbox();
  if (typing.length > 0) {
    const name = nameOf(conversation, typing[0] ?? '').split(' ')[0];
    return (
      <span className="row-sub chat-row-preview typing-text">
        {conversation.kind === 'group' ? `${name ?? ''} is typing…` : 'typing…'}
      </span>
    );
  }
  const waiting = outgoingIn(outbox, conversation.id).at(-1);
  if (waiting) {
    return (
      <span className="row-sub chat-row-preview" data-failed={waiting.refusal ? true : undefined}>
        {waiting.refusal ? 'Not sent' : 'Sending'}:{' '}
        {inert(waiting.body || waiting.attachments.map(({ name }) => name).join(', '))}
      </span>
    );
  }
  if (conversation.draft?.body && !chosen) {
    return (
      <span className="row-sub chat-row-preview">
        <span className="draft-mark">Draft:</span> {inert(conversation.draft.body)}
      </span>
    );
  }
  return <span className="row-sub chat-row-preview">{previewOf(conversation, me)}</span>;
}
