import { useEffect } from 'react';
import { useLoad } from '../../parts/useLoad';

/** Loads one thing again and again while the page is looked at; null as the pause loads it once. */
export function usePoll<T>(path: string | null, everyMs: number | null) {
  const loaded = useLoad<T>(path);
  const { reload } = loaded;
  useEffect(() => {
    if (everyMs === null) return;
    let busy = false;
    const look = async () => {
      if (busy || document.hidden) return;
      busy = true;
      await reload();
      busy = false;
    };
    const timer = setInterval(() => void look(), everyMs);
    const seen = () => void look();
    document.addEventListener('visibilitychange', seen);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [reload, everyMs]);
  return loaded;
}
