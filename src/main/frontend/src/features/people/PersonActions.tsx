import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconBan, IconCheck, IconUserMinus, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Connection, Person, Reachability } from '../../api/types';
import { tellDone } from '../../parts/useAct';
import { RequestDialog } from './RequestDialog';
import { useRelation } from './useRelation';

interface Props {
  person: Person;
  connection?: Connection;
  reach: Reachability | null;
  onChange: () => void;
}

type Sure = 'remove' | 'block' | null;

/** Everything one can do about somebody, by how one stands with them. */
export function PersonActions({ person, connection, reach, onChange }: Props) {
  const relation = useRelation();
  const [asking, setAsking] = useState(false);
  const [sure, setSure] = useState<Sure>(null);
  const answer = (how: 'accept' | 'reject' | 'ignore' | 'withdraw') => () => {
    if (connection) void relation.answer(connection, how).then(onChange);
  };
  const unblock = async () => {
    if (await relation.unblock(person)) tellDone(`${person.display_name} is no longer blocked.`);
    onChange();
  };

  return (
    <Group mt="md" gap="sm">
      {person.connection === 'none' && (
        <Button
          leftSection={<IconUserPlus size={17} />}
          disabled={!reach?.can_request}
          onClick={() => setAsking(true)}
        >
          Connect
        </Button>
      )}
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
            <Button variant="default" disabled={relation.busy} onClick={answer('ignore')}>
              Ignore
            </Button>
          )}
        </>
      )}
      {person.connection === 'connected' && (
        <Button variant="default" leftSection={<IconUserMinus size={17} />} onClick={() => setSure('remove')}>
          Remove
        </Button>
      )}
      {person.connection === 'blocked' ? (
        <Button variant="default" loading={relation.busy} onClick={() => void unblock()}>
          Unblock
        </Button>
      ) : (
        <Button
          variant="subtle"
          className="danger"
          color="red"
          leftSection={<IconBan size={17} />}
          onClick={() => setSure('block')}
        >
          Block
        </Button>
      )}
      <RequestDialog person={asking ? person : null} onClose={() => setAsking(false)} />
      <SureDialog
        sure={sure}
        person={person}
        busy={relation.busy}
        onClose={() => setSure(null)}
        onYes={async () => {
          if (sure === 'block') await relation.block(person);
          else if (connection) await relation.remove(connection);
          setSure(null);
          onChange();
        }}
      />
    </Group>
  );
}

interface SureProps {
  sure: Sure;
  person: Person;
  busy: boolean;
  onClose: () => void;
  onYes: () => Promise<void>;
}

function SureDialog({ sure, person, busy, onClose, onYes }: SureProps) {
  const blocks = sure === 'block';
  return (
    <Modal
      opened={sure !== null}
      onClose={onClose}
      title={blocks ? `Block ${person.display_name}?` : `Remove ${person.display_name}?`}
    >
      <Stack>
        <Text fz="sm">
          {blocks
            ? 'Your connection ends, they can no longer find or reach you, and they are not told. You can unblock them later; that does not connect you again.'
            : 'You will no longer be connected. What you wrote to each other stays readable. Either of you can ask again.'}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            Cancel
          </Button>
          <Button color="red.9" loading={busy} onClick={() => void onYes()}>
            {blocks ? 'Block' : 'Remove'}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
