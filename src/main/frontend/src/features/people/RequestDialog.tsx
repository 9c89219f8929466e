import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { call } from '../../api/client';
import type { Connection, Person } from '../../api/types';
import { useConfig } from '../../app/config';
import { useLive } from '../../live/context';
import { applyConnection } from '../../live/state';
import { messageOf, tellDone } from '../../parts/useAct';
import { showsSomething } from '../../parts/displayText';
import { FormFault } from '../account/Fields';

interface Props {
  person: Person | null;
  onClose: () => void;
}

/** Asks for a connection, with a note if one likes. */
export function RequestDialog({ person, onClose }: Props) {
  return (
    <Modal opened={person !== null} onClose={onClose} title={person && `Connect with ${person.display_name}`}>
      {person && <RequestForm key={person.id} person={person} onDone={onClose} />}
    </Modal>
  );
}

function RequestForm({ person, onDone }: { person: Person; onDone: () => void }) {
  const { limits } = useConfig();
  const live = useLive();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const longest = limits.note_length ?? 300;
  const length = [...note].length;
  const fault =
    length > longest
      ? `At most ${longest} characters`
      : note.trim() && !showsSomething(note)
        ? 'A note needs at least one character that can be seen'
        : undefined;

  const send = async (event: SyntheticEvent) => {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    try {
      const sent = await call<Connection>('POST', 'connections/', {
        receiver: person.username,
        note: note.trim(),
      });
      live.apply((state) => applyConnection(state, sent));
      tellDone(
        sent.status === 'approved'
          ? `You and ${person.display_name} are connected: both of you asked.`
          : `Your request to ${person.display_name} was sent.`,
      );
      onDone();
    } catch (problem) {
      setFailure(messageOf(problem));
      setBusy(false);
    }
  };

  return (
    <form onSubmit={(event) => void send(event)}>
      <Stack>
        <Textarea
          label="Note"
          description="Say who you are or why you ask. You can leave it empty."
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          error={fault}
          autosize
          minRows={3}
          maxRows={8}
          data-autofocus
        />
        <FormFault message={failure} />
        <Group justify="space-between">
          <Text fz="xs" c="dimmed">
            {length} of {longest}
          </Text>
          <Button type="submit" loading={busy} disabled={fault !== undefined}>
            Send the request
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
