import { Button, Group } from '@mantine/core';
import { IconLinkOff } from '@tabler/icons-react';
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
import { Waiting } from '../../parts/Waiting';
import { Inviter } from './Inviter';
import { useLinkPreview } from './useLinkPreview';

/** Opens somebody's connection link, after a click: a preview of a page must not use a link up. */
export default function RedeemPage() {
  const { code = '' } = useParams();
  const live = useLive();
  const state = useParley();
  const navigate = useNavigate();
  const shown = useLinkPreview(code, call);
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

  if (failure ?? shown.refusal) return <NotWorking why={failure ?? shown.refusal} />;
  if (!shown.preview) return <Waiting failure={shown.failure} retry={shown.again} />;
  const { owner, auto_accept: atOnce } = shown.preview;
  const mine = owner.id === state.user.id;
  return (
    <div className="empty">
      <Inviter preview={shown.preview} order={1} mine={mine} />
      <Group gap="xs" justify="center">
        {!mine && (
          <Button loading={busy} onClick={() => void redeem()}>
            {atOnce ? 'Connect' : 'Send a request'}
          </Button>
        )}
        <Button component={Link} to={mine ? paths.links : paths.people} variant="subtle">
          {mine ? 'My links' : 'Not now'}
        </Button>
      </Group>
    </div>
  );
}

function NotWorking({ why }: { why: string | null }) {
  return (
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
      {why}
    </Empty>
  );
}
