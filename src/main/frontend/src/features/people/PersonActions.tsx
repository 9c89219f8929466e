import { Button, Group } from '@mantine/core';
import { IconBan, IconCheck, IconEyeOff, IconUserMinus, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Connection, Person, Reachability } from '../../api/types';
import { RequestDialog } from './RequestDialog';
import { SureDialog, type Sure } from './SureDialog';
import { WriteButton } from '../chat/WriteButton';
import { useRelation, type Answer } from './useRelation';

interface Props {
  person: Person;
  connection?: Connection;
  onChange: () => unknown;
}

/** What moves a relation on: ask, answer, take back, unblock. */
export function RelationActions({
  person,
  connection,
  reach,
  onChange,
}: Props & { reach: Reachability | null }) {
  const relation = useRelation();
  const [asking, setAsking] = useState(false);
  const answer = (how: Answer) => () => {
    if (connection) void relation.answer(connection, how).then(onChange);
  };
  const unblock = async () => {
    await relation.unblock(person);
    onChange();
  };
  return (
    <Group gap="sm" className="relation-actions">
      {person.connection === 'none' && mayAsk(reach) && (
        <Button leftSection={<IconUserPlus size={17} />} onClick={() => setAsking(true)}>
          Connect
        </Button>
      )}
      {person.connection === 'connected' && <WriteButton person={person} />}
      {person.connection === 'sent' && (
        <Button variant="default" loading={relation.busy} onClick={answer('withdraw')}>
          Withdraw the request
        </Button>
      )}
      {person.connection === 'received' && (
        <>
          <Button leftSection={<IconCheck size={17} />} loading={relation.busy} onClick={answer('accept')}>
            Accept
          </Button>
          <Button variant="default" disabled={relation.busy} onClick={answer('reject')}>
            Reject
          </Button>
          {connection?.status === 'pending' && (
            <Button
              variant="subtle"
              leftSection={<IconEyeOff size={17} />}
              disabled={relation.busy}
              onClick={answer('ignore')}
            >
              Ignore
            </Button>
          )}
        </>
      )}
      {person.connection === 'blocked' && (
        <Button variant="default" loading={relation.busy} onClick={() => void unblock()}>
          Unblock
        </Button>
      )}
      <RequestDialog person={asking ? person : null} onClose={() => setAsking(false)} />
    </Group>
  );
}

/** After a rejection the server names the date at which one may ask again; it is told to who tries. */
function mayAsk(reach: Reachability | null): boolean {
  return (
    reach !== null && (reach.can_request || reach.reasons.every(({ code }) => code === 'request_cooldown'))
  );
}

/** What ends a relation; each is asked about once more. */
export function PartingActions({ person, connection, onChange }: Props) {
  const relation = useRelation();
  const [sure, setSure] = useState<Sure>(null);
  const part = async () => {
    const done =
      sure === 'block' ? await relation.block(person) : connection && (await relation.remove(connection));
    if (done) setSure(null);
    onChange();
  };
  return (
    <div className="parting">
      {person.connection === 'connected' && (
        <Button
          fullWidth
          variant="light"
          leftSection={<IconUserMinus size={17} />}
          onClick={() => setSure('remove')}
        >
          Remove connection
        </Button>
      )}
      {person.connection !== 'blocked' && (
        <Button
          fullWidth
          variant="subtle"
          className="danger"
          color="red"
          leftSection={<IconBan size={17} />}
          onClick={() => setSure('block')}
        >
          Block {person.display_name}
        </Button>
      )}
      <SureDialog
        sure={sure}
        person={person}
        busy={relation.busy}
        onClose={() => setSure(null)}
        onYes={part}
      />
    </div>
  );
}
