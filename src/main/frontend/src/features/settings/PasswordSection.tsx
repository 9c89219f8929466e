import { Button, Group, Stack } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { tellDone, useAct } from '../../parts/useAct';
import { PasswordField } from '../account/Fields';
import { Section } from './Section';

/** A new password; the other sign-ins end. */
export function PasswordSection() {
  const act = useAct();
  const [current, setCurrent] = useState('');
  const [chosen, setChosen] = useState('');
  const change = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (await act.call('POST', 'me/password/', { current_password: current, new_password: chosen })) {
      setCurrent('');
      setChosen('');
      tellDone('Your password was changed. Your other devices must sign in again.');
    }
  };
  return (
    <Section title="Password" lead="Changing it signs out all your other devices.">
      <form onSubmit={(event) => void change(event)}>
        <Stack>
          <PasswordField label="Current password" value={current} onChange={setCurrent} />
          <PasswordField label="New password" value={chosen} onChange={setChosen} isNew />
          <Group justify="flex-end">
            <Button type="submit" loading={act.busy} variant="default">
              Change the password
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
