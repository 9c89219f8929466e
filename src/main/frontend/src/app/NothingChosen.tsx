import { Button } from '@mantine/core';
import { IconEdit, IconHeartHandshake, IconLink, IconMessages } from '@tabler/icons-react';
import { Link } from 'react-router';
import { paths } from '../config/paths';
import { useDialogs } from '../features/chat/dialogs';
import { Empty } from '../parts/Empty';

/** What the wide screen shows before a conversation is chosen. */
export function NoChatChosen() {
  const { open } = useDialogs();
  return (
    <Empty
      order={1}
      icon={<IconMessages />}
      title="Your conversations"
      action={
        <Button variant="default" leftSection={<IconEdit size={16} />} onClick={() => open('new')}>
          Write to somebody
        </Button>
      }
    >
      Choose one on the left, or write to one of your connections.
    </Empty>
  );
}

/** What the wide screen shows before somebody is chosen. */
export function NothingChosen() {
  return (
    <Empty
      order={1}
      icon={<IconHeartHandshake />}
      title="People reach each other by consent here"
      action={
        <Button component={Link} to={paths.links} variant="default" leftSection={<IconLink size={16} />}>
          Invite with a link
        </Button>
      }
    >
      Choose somebody on the left to see who they are, send a request, or answer theirs.
    </Empty>
  );
}
