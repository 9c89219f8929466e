import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { signInBy } from '../../api/client';
import { useConfig } from '../../app/config';
import { cameFor, paths } from '../../config/paths';
import { FormFault, PasswordField, UsernameField } from './Fields';
import { SignOutHint } from '../sso/SignOutHint';
import { SsoButtons } from '../sso/SsoButtons';
import { Invitation } from './Invitation';
import { GateCard } from './GateCard';
import { useGateForm } from './useGateForm';

interface Props {
  message: string | null;
  onSignedIn: () => void;
}

/** Signing in with a username and a password. */
export function SignInPage({ message, onSignedIn }: Props) {
  const { sign_in: ways } = useConfig();
  const location = useLocation();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const form = useGateForm(async () => {
    await signInBy('login/', { username, password });
    onSignedIn();
  });
  return (
    <GateCard title="Sign in" lead="Reach people who want to be reached by you.">
      <form onSubmit={form.submit}>
        <Stack>
          <Invitation />
          <SignOutHint message={message} />
          <UsernameField value={username} onChange={setUsername} />
          <PasswordField value={password} onChange={setPassword} />
          <FormFault message={form.general} />
          <Button type="submit" loading={form.busy} fullWidth mt="xs">
            Sign in
          </Button>
        </Stack>
      </form>
      <SsoButtons />
      {ways.registration && (
        <Text fz="sm" ta="center" mt="lg">
          New here?{' '}
          <Anchor component={Link} to={paths.register} state={cameFor(location)} fz="sm" underline="always">
            Make an account
          </Anchor>
        </Text>
      )}
    </GateCard>
  );
}
