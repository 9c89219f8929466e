import { useEffect, useState } from 'react';
import { download } from '../../api/client';

const kept = new Map<string, Promise<string>>();
const MOST_KEPT = 200;

/** Files need the sign-in, which an address cannot carry: they are fetched once and shown from memory. */
function fetched(path: string): Promise<string> {
  const known = kept.get(path);
  if (known) return known;
  const loading = download(path).then((blob) => URL.createObjectURL(blob));
  kept.set(path, loading);
  loading.catch(() => kept.delete(path));
  const oldest = kept.keys().next().value;
  if (kept.size > MOST_KEPT && oldest !== undefined) {
    void kept.get(oldest)?.then((url) => URL.revokeObjectURL(url));
    kept.delete(oldest);
  }
  return loading;
}

export function useFile(path: string): { url: string | null; failed: boolean } {
  const [shown, setShown] = useState<{ path: string; url: string | null }>({ path, url: null });
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let current = true;
    fetched(path)
      .then((url) => current && setShown({ path, url }))
      .catch(() => current && setFailed(true));
    return () => {
      current = false;
    };
  }, [path]);
  return { url: shown.path === path ? shown.url : null, failed };
}
