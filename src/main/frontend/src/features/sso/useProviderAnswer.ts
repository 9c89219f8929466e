import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { useConfig } from '../../app/config';
import { forgetProviderSessions, keepProviderSession } from './providerSessions';
import { takeStarted, type Purpose, type Started } from './started';

const NOT_BEGUN = 'This sign-in was not begun here, or is over. Start it again.';
const ENDED = 'You were signed out meanwhile. Sign in as before, then add this way again.';

/** What came back from a provider: an id token, and the sign-in that it belongs to. */
export interface Arrived {
  started: Started;
  idToken: string;
}

/** Reads the provider's answer once and hands over what came; the answer is what went wrong, if anything did. */
export function useProviderAnswer(
  purpose: Purpose,
  arrived: (arrived: Arrived) => Promise<void>,
): string | null {
  const { sign_in: ways } = useConfig();
  const { search } = useLocation();
  const [fault, setFault] = useState<string | null>(null);
  const begun = useRef(false);

  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const read = async () => {
      const started = takeStarted();
      const provider = ways.sso.find(({ id }) => id === started?.provider);
      if (!started || !provider) {
        setFault(NOT_BEGUN);
        return;
      }
      if (started.purpose !== purpose) {
        setFault(ENDED);
        return;
      }
      try {
        const { finish } = await import('./flow');
        const { idToken, endSession } = await finish(provider, started, new URLSearchParams(search));
        await arrived({ started, idToken });
        if (purpose === 'sign-in') forgetProviderSessions();
        keepProviderSession({ provider: provider.id, idToken, endSession });
      } catch (problem) {
        const { faultOf } = await import('./fault');
        setFault(faultOf(problem, provider.label));
      }
    };
    void read();
  }, [arrived, purpose, search, ways.sso]);
  return fault;
}
