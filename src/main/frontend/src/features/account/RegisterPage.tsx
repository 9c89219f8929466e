import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { signInBy } from '../../api/client';
import { useConfig } from '../../app/config';
import { cameFor, paths } from '../../config/paths';
import { FormFault, FormHint, PasswordField, UsernameField } from './Fields';
import { SsoButtons } from '../sso/SsoButtons';
import { Invitation } from './Invitation';
import { GateCard } from './GateCard';
import { useGateForm } from './useGateForm';

/** Making an account. */
export function RegisterPage({ onSignedIn }: { onSignedIn: () => void }) {
  const { sign_in: ways } = useConfig();
  const location = useLocation();
  const [username, setUsername] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [password, setPassword] = useState('');
  const form = useGateForm(async () => {
    await signInBy('register/', { username, password, display_name: displayName.trim() || undefined });
    onSignedIn();
  });
  return (
    <GateCard title="Make an account" lead="People find you by your name and ask before they write.">
      {ways.registration ? (
        <form onSubmit={form.submit}>
          <Stack>
            <Invitation />
            <UsernameField value={username} onChange={setUsername} error={form.faultAt('username')} isNew />
            <TextInput
              label="Display name"
              placeholder="Ada Okafor"
              value={displayName}
              onChange={(event) => setDisplayName(event.currentTarget.value)}
              autoComplete="name"
              maxLength={64}
            />
            <PasswordField value={password} onChange={setPassword} error={form.faultAt('password')} isNew />
            <FormFault message={form.general} />
            <Button type="submit" loading={form.busy} fullWidth mt="xs">
              Make my account
            </Button>
          </Stack>
        </form>
      ) : (
        <FormHint message="Registration is closed here. Ask an administrator for an account." />
      )}
      <SsoButtons />
      <Text fz="sm" ta="center" mt="lg">
        You have one already?{' '}
        <Anchor component={Link} to={paths.signIn} state={cameFor(location)} fz="sm" underline="always">
          Sign in
        </Anchor>
      </Text>
    </GateCard>
  );
}
