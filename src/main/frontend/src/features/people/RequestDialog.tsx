import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { Connection, Person } from '../../api/types';
import { useConfig } from '../../app/config';
import { useLive } from '../../live/context';
import { applyConnection } from '../../live/state';
import { tellDone, useAct } from '../../parts/useAct';

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
  const act = useAct();
  const [note, setNote] = useState('');
  const longest = limits.note_length ?? 300;
  const length = [...note].length;

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const sent = await act.call<Connection>('POST', 'connections/', {
      receiver: person.username,
      note: note.trim(),
    });
    if (!sent) return;
    live.apply((state) => applyConnection(state, sent.answer));
    tellDone(
      sent.answer.status === 'approved'
        ? `You and ${person.display_name} are connected: both of you asked.`
        : `Your request to ${person.display_name} was sent.`,
    );
    onDone();
  };

  return (
    <form onSubmit={(event) => void send(event)}>
      <Textarea
        label="Note"
        description="Say who you are or why you ask. You can leave it empty."
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        error={length > longest ? `At most ${longest} characters` : undefined}
        autosize
        minRows={3}
        maxRows={8}
        data-autofocus
      />
      <Group justify="space-between" mt="sm">
        <Text fz="xs" c="dimmed" aria-live="polite">
          {length} of {longest}
        </Text>
        <Button type="submit" loading={act.busy} disabled={length > longest}>
          Send the request
        </Button>
      </Group>
    </form>
  );
}
