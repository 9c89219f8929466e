import { useEffect } from 'react';
import { useParley } from '../../live/context';
import { keepPush } from './push';
import { onWorker } from './workerNews';

/** Keeps this browser's subscription, as long as somebody is signed in who wants it. */
export function useKeptPush() {
  const { user, settings } = useParley();
  const wanted = settings.browser_notifications;
  useEffect(() => {
    // What fails now is tried again at the next start.
    const keep = () => void keepPush(user.id, wanted).catch(() => undefined);
    keep();
    return onWorker((told) => {
      if (told.type === 'subscribed') keep();
    });
  }, [user.id, wanted]);
}
