import { Button, Modal, TextInput } from '@mantine/core';
import { IconSearch, IconUsersPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Person } from '../../api/types';
import { paths } from '../../config/paths';
import { useChat } from '../../live/chatContext';
import { directWith } from '../../live/chatViews';
import { useParley } from '../../live/context';
import { reachablePeople } from '../../live/state';
import { Empty } from '../../parts/Empty';
import { useAct } from '../../parts/useAct';
import { isCalled } from '../../parts/foldedText';
import { useDialogs } from './dialogs';
import { NobodyOfThem } from './PeoplePicker';
import { PresenceAvatar } from './PresenceAvatar';

/** Whom to write to: one of my connections, or a new group. */
export default function NewChatDialog() {
  const state = useParley();
  const chat = useChat();
  const act = useAct();
  const navigate = useNavigate();
  const { open, close } = useDialogs();
  const [text, setText] = useState('');
  const all = reachablePeople(state);
  const shown = all.filter((each) => isCalled(each, text));
  const write = async (person: Person) => {
    const known = directWith(state.chat, person.username);
    const id = known?.id ?? (await act.run(() => chat.open(person.username)))?.answer.id;
    if (!id) return;
    close();
    await navigate(paths.chat(id));
  };
  return (
    <Modal opened onClose={close} title="New message">
      {all.length === 0 ? (
        <Empty
          icon={<IconUsersPlus />}
          title="You have no connections yet"
          action={
            <Button component={Link} to={paths.people} onClick={close} variant="default">
              Find people
            </Button>
          }
        >
          You can write to people who are connected with you.
        </Empty>
      ) : (
        <>
          <TextInput
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              const composing = event.nativeEvent.isComposing;
              if (event.key === 'Enter' && !composing && !act.busy && shown[0]) void write(shown[0]);
            }}
            placeholder="To whom?"
            aria-label="To whom?"
            leftSection={<IconSearch size={17} />}
            mb="xs"
            data-autofocus
          />
          <Button
            variant="light"
            fullWidth
            mb="xs"
            leftSection={<IconUsersPlus size={17} />}
            onClick={() => open('group')}
          >
            New group
          </Button>
          {shown.length === 0 && <NobodyOfThem wanted={text.trim()} />}
          <ul className="plain picker" aria-label="Your connections" tabIndex={0}>
            {shown.map((person) => (
              <li key={person.id}>
                <button
                  type="button"
                  className="picker-row"
                  disabled={act.busy}
                  onClick={() => void write(person)}
                >
                  <PresenceAvatar person={person} size={36} />
                  <span className="row-text">
                    <span className="member-name">{person.display_name}</span>
                    <span className="row-sub">@{person.username}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Modal>
  );
}
