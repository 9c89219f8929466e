import { Button } from '@mantine/core';
import { IconHeartHandshake, IconLink } from '@tabler/icons-react';
import { Link } from 'react-router';
import { paths } from '../config/paths';
import { Empty } from '../parts/Empty';

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
