import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { publicCall } from '../../api/client';
import { paths } from '../../config/paths';
import { FormFault, FormHint, PasswordField } from './Fields';
import { GateCard } from './GateCard';
import { useGateForm } from './useGateForm';

/** Choosing a new password with a one-time link that an administrator made. */
export function ResetPasswordPage() {
  const [search] = useSearchParams();
  const [password, setPassword] = useState('');
  const [done, setDone] = useState(false);
  const form = useGateForm(async () => {
    await publicCall('POST', 'password-reset/', { token: search.get('token') ?? '', new_password: password });
    setDone(true);
  });
  return (
    <GateCard title="Choose a new password" lead="This link works once. All your sign-ins end.">
      {done ? (
        <FormHint message="Your new password is set. Sign in with it." />
      ) : (
        <form onSubmit={form.submit}>
          <Stack>
            <PasswordField
              label="New password"
              value={password}
              onChange={setPassword}
              error={form.faultAt('password')}
              isNew
            />
            <FormFault message={form.general} />
            <Button type="submit" loading={form.busy} fullWidth mt="xs">
              Set the password
            </Button>
          </Stack>
        </form>
      )}
      <Text fz="sm" ta="center" mt="lg">
        <Anchor component={Link} to={paths.signIn} fz="sm" underline="always">
          Sign in
        </Anchor>
      </Text>
    </GateCard>
  );
}
