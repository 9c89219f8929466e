import { Anchor, Center, Loader, Text } from '@mantine/core';
import { useCallback } from 'react';
import { Link } from 'react-router';
import { signInBy } from '../../api/client';
import { paths } from '../../config/paths';
import { FormFault } from '../account/Fields';
import { GateCard } from '../account/GateCard';
import { useProviderAnswer, type Arrived } from './useProviderAnswer';

/** Where the browser comes back to from a provider, to be signed in. */
export default function SignInCallback({ onSignedIn }: { onSignedIn: (from: string) => void }) {
  const arrived = useCallback(
    async ({ started, idToken }: Arrived) => {
      await signInBy('login/sso/', { provider: started.provider, id_token: idToken, nonce: started.nonce });
      onSignedIn(started.from);
    },
    [onSignedIn],
  );
  const fault = useProviderAnswer('sign-in', arrived);
  return (
    <GateCard
      title={fault ? 'You are not signed in' : 'Signing you in'}
      lead={fault ? 'Nothing was changed.' : 'A moment, please.'}
    >
      {fault ? (
        <FormFault message={fault} />
      ) : (
        <Center p="md" role="status" aria-label="Signing you in">
          <Loader />
        </Center>
      )}
      <Text fz="sm" ta="center" mt="lg">
        <Anchor component={Link} to={paths.signIn} fz="sm" underline="always">
          Back to the sign-in
        </Anchor>
      </Text>
    </GateCard>
  );
}
