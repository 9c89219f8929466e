import { Anchor, Center, Loader } from '@mantine/core';
import { useCallback } from 'react';
import { Link, Navigate, useNavigate } from 'react-router';
import { call } from '../../api/client';
import { paths } from '../../config/paths';
import { PageHead } from '../../parts/PageHead';
import { tellDone } from '../../parts/useAct';
import { FormFault } from '../account/Fields';
import { peekStarted } from './started';
import { useProviderAnswer, type Arrived } from './useProviderAnswer';

/** Where the browser comes back to from a provider that somebody adds to their ways to sign in. */
function Linking() {
  const navigate = useNavigate();
  const arrived = useCallback(
    async ({ started, idToken }: Arrived) => {
      await call('POST', 'me/identities/', {
        provider: started.provider,
        id_token: idToken,
        nonce: started.nonce,
      });
      tellDone('You can sign in this way from now on.');
      void navigate(paths.settings, { replace: true });
    },
    [navigate],
  );
  const fault = useProviderAnswer('link', arrived);
  return (
    <div className="page">
      <PageHead title="Ways to sign in" />
      {fault ? (
        <>
          <FormFault message={fault} />
          <Anchor component={Link} to={paths.settings} fz="sm" underline="always" mt="md" display="block">
            Back to the settings
          </Anchor>
        </>
      ) : (
        <Center p="xl" role="status" aria-label="Adding it">
          <Loader />
        </Center>
      )}
    </div>
  );
}

/** Whoever is signed in by now, in another tab perhaps, needs no second sign-in. */
export default function LinkCallback() {
  return peekStarted()?.purpose === 'sign-in' ? <Navigate to="/" replace /> : <Linking />;
}
