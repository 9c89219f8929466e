import { useCallback, useEffect, useState } from 'react';
import type { LinkPreview } from '../../api/types';
import { passes } from '../../live/passing';
import { messageOf } from '../../parts/useAct';

type Call = <T>(method: string, path: string, body?: unknown) => Promise<T>;

interface Shown {
  preview: LinkPreview | null;
  /** Why the link opens nothing. */
  refusal: string | null;
  /** Why that is not known. */
  failure: string | null;
}

const NOTHING: Shown = { preview: null, refusal: null, failure: null };

/** Who gives a connection link and what it does; asked with the sign-in or without one, as `call` does. */
export function useLinkPreview(code: string, call: Call) {
  const [shown, setShown] = useState<Shown>(NOTHING);
  const again = useCallback(async () => {
    try {
      const preview = await call<LinkPreview>('POST', 'connection-links/preview/', { code });
      setShown({ ...NOTHING, preview });
    } catch (problem) {
      const why = messageOf(problem);
      setShown(passes(problem) ? { ...NOTHING, failure: why } : { ...NOTHING, refusal: why });
    }
  }, [code, call]);
  useEffect(() => {
    // Nothing is set before the server's answer.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    void again();
  }, [again]);
  return { ...shown, again };
}
