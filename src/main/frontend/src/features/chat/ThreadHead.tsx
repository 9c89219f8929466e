import { ActionIcon, Title } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Conversation } from '../../api/chat';
import { paths } from '../../config/paths';
import { useSignals } from '../../live/chatContext';
import { nameOf, partner, titleOf } from '../../live/chatViews';
import { typingIn } from '../../live/signals';
import { Back } from '../../parts/Back';
import { inert } from './inert';
import { ConversationAvatar, usePresenceText } from './PresenceAvatar';

/** With whom the conversation is, and whether they are here. */
export function ThreadHead({ conversation, me }: { conversation: Conversation; me: string }) {
  return (
    <header className="thread-head">
      <Back to={paths.chats} label="Back to the chats" />
      <ConversationAvatar conversation={conversation} me={me} size={42} />
      <div className="row-text">
        <Title order={1} className="thread-title">
          <bdi>{inert(titleOf(conversation, me))}</bdi>
        </Title>
        <Status conversation={conversation} me={me} />
      </div>
      <ActionIcon
        className="only-without-panel"
        component={Link}
        to={paths.chatInfo(conversation.id)}
        variant="subtle"
        color="gray"
        c="inherit"
        size="lg"
        radius="xl"
        aria-label="About this conversation"
      >
        <IconInfoCircle size={22} />
      </ActionIcon>
    </header>
  );
}

function Status({ conversation, me }: { conversation: Conversation; me: string }) {
  const person = partner(conversation, me);
  const presence = usePresenceText(person);
  const typing = typingIn(useSignals(), conversation.id);
  if (typing.length > 0 && conversation.kind === 'group') {
    return (
      <div className="thread-status typing-text">{nameOf(conversation, typing[0] ?? '')} is typing…</div>
    );
  }
  if (conversation.kind === 'group') {
    const count = conversation.member_count ?? conversation.members.length;
    return <div className="thread-status">{count === 1 ? '1 member' : `${count} members`}</div>;
  }
  if (presence) {
    return (
      <div className="thread-status" data-online={presence === 'Online' || undefined}>
        {presence}
      </div>
    );
  }
  return person ? <div className="thread-status">@{person.username}</div> : null;
}
