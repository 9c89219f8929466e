import { useEffect, useState } from 'react';
import { download } from '../../api/client';
import { FileCache } from './fileCache';

const cache = new FileCache(download);

interface Shown {
  path: string;
  url: string | null;
  failed: boolean;
}

/** Files need the sign-in, which an address cannot carry: they are fetched once and shown from memory. */
export function useFile(path: string): { url: string | null; failed: boolean } {
  const [shown, setShown] = useState<Shown>({ path, url: null, failed: false });
  useEffect(() => {
    let current = true;
    cache
      .get(path)
      .then((url) => current && setShown({ path, url, failed: false }))
      .catch(() => current && setShown({ path, url: null, failed: true }));
    return () => {
      current = false;
    };
  }, [path]);
  return shown.path === path ? shown : { url: null, failed: false };
}
