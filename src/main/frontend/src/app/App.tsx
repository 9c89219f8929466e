import { Button, Center, Loader } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { Suspense, useCallback, useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { publicCall, renew, wasSignedIn, whenSignedOut } from '../api/client';
import type { PublicConfig } from '../api/types';
import { paths } from '../config/paths';
import { useOpenedNews } from '../features/notifications/useOpenedNews';
import {
  forgetProviderSessions,
  leaveProviderSessions,
  leftProviderSessions,
} from '../features/sso/providerSessions';
import { Empty } from '../parts/Empty';
import { useHeldFocus } from '../parts/useHeldFocus';
import { useSteadyLists } from '../parts/useSteadyLists';
import { ConfigContext } from './config';
import { SignedIn } from './SignedIn';
import { later } from '../parts/later';

const SignedOut = later(() => import('./SignedOut'));

const loading = (
  <Center h="100dvh" role="status" aria-label="Loading">
    <Loader />
  </Center>
);

type Gate = 'checking' | 'out' | 'in' | 'unreachable';

const ONE_TIME: string[] = [paths.setup, paths.resetPassword];

/** Decides what somebody sees: the way in, or the application. */
export function App() {
  const [gate, setGate] = useState<Gate>('checking');
  const [config, setConfig] = useState<PublicConfig | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  useHeldFocus();
  useSteadyLists();

  useOpenedNews();
  const oneTimeLink = ONE_TIME.includes(useLocation().pathname);

  const look = useCallback(async () => {
    try {
      setConfig(await publicCall<PublicConfig>('GET', 'config/'));
      const signedIn = wasSignedIn() && (await renew());
      // Another tab has signed somebody in since somebody left here.
      if (signedIn && leftProviderSessions().length > 0) forgetProviderSessions();
      setGate(signedIn ? 'in' : 'out');
    } catch {
      setGate('unreachable');
    }
  }, []);

  useEffect(() => {
    whenSignedOut((why, byOwnAct) => {
      if (byOwnAct) leaveProviderSessions();
      setMessage(why);
      setGate('out');
    });
    // Looking asks the server, so nothing is set before its answer.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    void look();
  }, [look]);

  if (gate === 'unreachable') {
    return (
      <Center h="100dvh">
        <Empty
          order={1}
          icon={<IconPlugConnectedX />}
          title="The server cannot be reached"
          action={<Button onClick={() => void look()}>Try again</Button>}
        >
          Check your connection. Nothing of yours is lost.
        </Empty>
      </Center>
    );
  }
  if (gate === 'checking' || !config) {
    return loading;
  }
  return (
    <ConfigContext value={config}>
      {gate === 'in' && !oneTimeLink ? (
        <SignedIn />
      ) : (
        <Suspense fallback={loading}>
          <SignedOut
            message={message}
            onSignedIn={() => {
              setMessage(null);
              setGate('in');
            }}
          />
        </Suspense>
      )}
    </ConfigContext>
  );
}
