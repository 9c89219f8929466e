import { Button } from '@mantine/core';
import { useConfig } from '../../app/config';
import { paths } from '../../config/paths';
import { FormHint } from '../account/Fields';
import { forgetProviderSessions, leftProviderSessions, logoutAddress } from './providerSessions';

/** Tells somebody that they are out, and how to leave the provider as well that would let them in again. */
export function SignOutHint({ message }: { message: string | null }) {
  const { sign_in: ways } = useConfig();
  const known = leftProviderSessions().flatMap((session) => {
    const provider = ways.sso.find(({ id }) => id === session.provider);
    return provider ? [{ session, provider }] : [];
  });
  const sentences = known.map(({ provider }) => `${provider.label} still knows you on this device.`);
  return (
    <FormHint message={[message, ...sentences].filter(Boolean).join(' ')}>
      {known.map(({ session, provider }) => (
        <Button
          key={provider.id}
          variant="default"
          size="xs"
          mt="xs"
          fullWidth
          onClick={() => {
            forgetProviderSessions(provider.id);
            location.assign(logoutAddress(session, provider.client_id, location.origin + paths.signIn));
          }}
        >
          Sign out of {provider.label} too
        </Button>
      ))}
    </FormHint>
  );
}
