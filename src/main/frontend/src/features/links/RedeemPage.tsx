import { Button, Group } from '@mantine/core';
import { IconHeartHandshake, IconLinkOff } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { call } from '../../api/client';
import type { Connection } from '../../api/types';
import { paths } from '../../config/paths';
import { useLive, useParley } from '../../live/context';
import { passes } from '../../live/passing';
import { applyConnection, otherSide } from '../../live/state';
import { Empty } from '../../parts/Empty';
import { messageOf, tellDone, tellFailure } from '../../parts/useAct';

/** Opens somebody's connection link, after a click: a preview of a page must not use a link up. */
export default function RedeemPage() {
  const { code = '' } = useParams();
  const live = useLive();
  const state = useParley();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const redeem = async () => {
    setBusy(true);
    try {
      const connection = await call<Connection>('POST', 'connection-links/redeem/', { code });
      live.apply((known) => applyConnection(known, connection));
      const other = otherSide(state, connection);
      const connected = connection.status === 'approved';
      tellDone(
        connected
          ? `You and ${other.display_name} are connected.`
          : `Your request to ${other.display_name} was sent.`,
      );
      void navigate(paths.person(other.username, connected ? 'connections' : 'requests'), { replace: true });
    } catch (problem) {
      // Only what the server says of the link is about the link.
      if (passes(problem)) tellFailure(problem);
      else setFailure(messageOf(problem));
    } finally {
      setBusy(false);
    }
  };

  return failure ? (
    <Empty
      order={1}
      icon={<IconLinkOff />}
      title="This link does not work"
      action={
        <Button component={Link} to={paths.people} variant="default">
          Go to the directory
        </Button>
      }
    >
      {failure}
    </Empty>
  ) : (
    <Empty
      order={1}
      icon={<IconHeartHandshake />}
      title="Somebody invites you to connect"
      action={
        <Group gap="xs">
          <Button loading={busy} onClick={() => void redeem()}>
            Connect
          </Button>
          <Button component={Link} to={paths.people} variant="subtle">
            Not now
          </Button>
        </Group>
      }
    >
      Their link lets you reach them. They see your name and picture.
    </Empty>
  );
}
