import { Button, Switch, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Conversation } from '../../api/chat';
import { SWITCHED_OFF, type Person } from '../../api/types';
import { paths } from '../../config/paths';
import { useChat } from '../../live/chatContext';
import { partner, titleOf } from '../../live/chatViews';
import { useParley } from '../../live/context';
import { otherSide } from '../../live/state';
import { useAct } from '../../parts/useAct';
import { PartingActions } from '../people/PersonActions';
import { GroupSection } from './GroupSection';
import { inert } from './inert';
import { ConversationAvatar } from './PresenceAvatar';
import { SharedPhotos } from './SharedPhotos';

interface Props {
  conversation: Conversation;
  me: string;
}

/** Who is in the conversation, what it holds, and what one can do with it. */
export default function ConversationPanel({ conversation, me }: Props) {
  const person = partner(conversation, me);
  const title = titleOf(conversation, me);
  return (
    <>
      <div className="profile-who">
        <div className="cover" />
        <div className="panel-top">
          <div className="profile-avatar">
            <ConversationAvatar conversation={conversation} me={me} size={88} />
          </div>
          <Button
            className="only-without-panel"
            component={Link}
            to={paths.chat(conversation.id)}
            variant="default"
            size="compact-md"
            leftSection={<IconArrowLeft size={16} />}
          >
            Back to chat
          </Button>
        </div>
        <Title order={1} fz={20} lh={1.25} mt="sm">
          <bdi>{inert(title)}</bdi>
        </Title>
        {person ? <About person={person} /> : <Text c="dimmed">Group</Text>}
      </div>
      <div className="panel-body">
        <SharedPhotos conversation={conversation} />
        {conversation.kind === 'group' && <GroupSection conversation={conversation} me={me} />}
        <Choices conversation={conversation} />
      </div>
      {person && <Parting person={person} />}
    </>
  );
}

function About({ person }: { person: Person }) {
  return (
    <>
      <Text c="dimmed" fz="sm">
        @{person.username}
      </Text>
      {person.status_text && (
        <Text mt="sm" fz={15}>
          {inert(person.status_text)}
        </Text>
      )}
      <div className="chips">
        <span className="chip">{person.connection === 'connected' ? 'Connected' : 'Not connected'}</span>
        {person.switched_off && <span className="chip">{SWITCHED_OFF}</span>}
        {person.mutual_count > 0 && <span className="chip">{person.mutual_count} mutual</span>}
      </div>
      <Link className="panel-link" to={paths.person(person.username, 'people')}>
        Your history together
      </Link>
    </>
  );
}

type Choice = 'muted' | 'pinned' | 'archived';

/** What I have set aside or put first; each shows at once on all my devices. */
function Choices({ conversation }: { conversation: Conversation }) {
  const chat = useChat();
  const act = useAct();
  const [chosen, setChosen] = useState<Partial<Pick<Conversation, Choice>>>({});
  const choose = async (name: Choice, on: boolean) => {
    setChosen({ [name]: on });
    await act.run(() => chat.change(conversation.id, { [name]: on }));
    setChosen({});
  };
  const choice = (name: Choice, label: string) => (
    <Switch
      label={label}
      labelPosition="left"
      classNames={{ body: 'choice', root: 'choice-root' }}
      checked={chosen[name] ?? conversation[name]}
      disabled={act.busy}
      onChange={(event) => void choose(name, event.currentTarget.checked)}
    />
  );
  return (
    <div className="choices">
      {choice('muted', 'Mute notifications')}
      {choice('pinned', 'Pin to the top')}
      {choice('archived', 'Archive')}
    </div>
  );
}

function Parting({ person }: { person: Person }) {
  const state = useParley();
  const connection = Object.values(state.connections).find((each) => otherSide(state, each).id === person.id);
  return <PartingActions person={person} connection={connection} onChange={() => undefined} />;
}
