import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { signInBy } from '../../api/client';
import { FormFault, PasswordField, UsernameField } from './Fields';
import { GateCard } from './GateCard';
import { useGateForm } from './useGateForm';

/** Making the first administrator with the one-time link that the server printed. */
export function SetupPage({ onSignedIn }: { onSignedIn: () => void }) {
  const [search] = useSearchParams();
  const token = search.get('token') ?? '';
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const form = useGateForm(async () => {
    await signInBy('setup/', { token, username, password });
    onSignedIn();
  });
  return (
    <GateCard title="Welcome" lead="Make the first administrator. This link works once.">
      <form onSubmit={form.submit}>
        <Stack>
          <UsernameField value={username} onChange={setUsername} error={form.faultAt('username')} isNew />
          <PasswordField value={password} onChange={setPassword} error={form.faultAt('password')} isNew />
          <FormFault message={form.general} />
          <Button type="submit" loading={form.busy} fullWidth mt="xs">
            Make the administrator
          </Button>
        </Stack>
      </form>
    </GateCard>
  );
}
