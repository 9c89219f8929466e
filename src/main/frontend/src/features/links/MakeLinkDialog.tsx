import { Button, Group, Modal, NumberInput, Select, Stack, Switch } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import type { ConnectionLink } from '../../api/types';
import { useConfig } from '../../app/config';
import { useAct } from '../../parts/useAct';

const DAY_MS = 86_400_000;
const LIVES = [
  { value: '1', label: 'One day' },
  { value: '7', label: 'A week' },
  { value: '30', label: 'A month' },
  { value: '364', label: 'A year' },
];

interface Props {
  opened: boolean;
  onClose: () => void;
  onMade: (link: ConnectionLink) => void;
}

/** Asks what a new connection link is to be like. */
export function MakeLinkDialog({ opened, onClose, onMade }: Props) {
  const { limits } = useConfig();
  const act = useAct();
  const [uses, setUses] = useState<number | string>(1);
  const [days, setDays] = useState('7');
  const [autoAccept, setAutoAccept] = useState(true);

  const make = async (event: SyntheticEvent) => {
    event.preventDefault();
    const made = await act.call<ConnectionLink>('POST', 'connection-links/', {
      uses: Number(uses),
      expires_at: new Date(Date.now() + Number(days) * DAY_MS).toISOString(),
      auto_accept: autoAccept,
    });
    if (made) onMade(made.answer);
  };

  return (
    <Modal opened={opened} onClose={onClose} title="Make a connection link">
      <form onSubmit={(event) => void make(event)}>
        <Stack>
          <NumberInput
            label="How many people may use it"
            value={uses}
            onChange={setUses}
            min={1}
            max={limits.link_uses ?? 1000}
            allowDecimal={false}
            required
            withAsterisk={false}
            data-autofocus
            hideControls
          />
          <Select
            label="How long it works"
            data={LIVES}
            value={days}
            onChange={(value) => setDays(value ?? '7')}
            allowDeselect={false}
          />
          <Switch
            label="Connect at once"
            description="Otherwise they send you a request that you answer."
            checked={autoAccept}
            onChange={(event) => setAutoAccept(event.currentTarget.checked)}
          />
          <Group justify="flex-end">
            <Button type="submit" loading={act.busy}>
              Make the link
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
