import { ActionIcon, Button, CloseButton, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconArchive, IconChevronLeft, IconEdit, IconMessages, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { paths } from '../../config/paths';
import { listed, titleOf } from '../../live/chatViews';
import { useParley } from '../../live/context';
import { Empty } from '../../parts/Empty';
import { OnDemand } from '../../parts/OnDemand';
import { folded } from '../../parts/foldedText';
import { ConversationRow } from './ConversationRow';
import { useDialogs } from './dialogs';
import { later } from '../../parts/later';

const SearchResults = later(() => import('./SearchResults'));

/** The conversations, with a search in them and the way to begin one. */
export function ChatsPane({ chosen }: { chosen?: string }) {
  const { chat, user } = useParley();
  const { open } = useDialogs();
  const [text, setText] = useState('');
  const [archive, setArchive] = useState(false);
  const [q] = useDebouncedValue(folded(text) ? text.trim() : '', 250);
  const wanted = folded(text);
  const all = wanted ? [...listed(chat, false), ...listed(chat, true)] : listed(chat, archive);
  const shown = all.filter((each) => folded(titleOf(each, user.username)).includes(wanted));
  const archived = listed(chat, true).length;

  return (
    <>
      <div className="chats-top">
        <TextInput
          flex={1}
          radius="xl"
          id="chat-search"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && setText('')}
          placeholder="Search"
          aria-label="Search chats and messages"
          type="search"
          leftSection={<IconSearch size={18} />}
          rightSection={
            text && <CloseButton size="sm" aria-label="Clear the search" onClick={() => setText('')} />
          }
        />
        <ActionIcon
          variant="light"
          size={40}
          radius="xl"
          aria-label="New message"
          title="New message"
          onClick={() => open('new')}
        >
          <IconEdit size={19} />
        </ActionIcon>
      </div>
      {archive && !wanted && (
        <Button
          variant="subtle"
          leftSection={<IconChevronLeft size={16} />}
          onClick={() => setArchive(false)}
          ml={6}
        >
          All chats
        </Button>
      )}
      {shown.length > 0 && (
        <ul className="plain" aria-label={archive ? 'Archived chats' : 'Chats'}>
          {shown.map((each) => (
            <ConversationRow
              key={each.id}
              conversation={each}
              me={user.username}
              chosen={each.id === chosen}
            />
          ))}
        </ul>
      )}
      {all.length === 0 && !wanted && !archive && (
        <Empty
          icon={<IconMessages />}
          title="No conversations yet"
          action={
            <Button component={Link} to={paths.people} variant="default">
              Find people
            </Button>
          }
        >
          As soon as somebody is connected with you, you can write to each other here.
        </Empty>
      )}
      {all.length === 0 && !wanted && archive && (
        <Empty icon={<IconArchive />} title="Nothing is archived">
          A chat that you archive stands here until you take it back.
        </Empty>
      )}
      <OnDemand at={wanted && 'search'}>
        {wanted && <SearchResults q={q} nothingElse={shown.length === 0} open={chosen} />}
      </OnDemand>
      {archived > 0 && !archive && !wanted && (
        <Button
          variant="subtle"
          color="gray"
          c="inherit"
          fullWidth
          mt="xs"
          leftSection={<IconArchive size={16} />}
          onClick={() => setArchive(true)}
        >
          Archived · {archived}
        </Button>
      )}
    </>
  );
}
