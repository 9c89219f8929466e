import { useEffect, useState } from 'react';
import { download } from '../../api/client';
import { useChat } from '../../live/chatContext';
import { FileCache } from './fileCache';

const cache = new FileCache(download);

interface Shown {
  path: string;
  url: string | null;
  failed: boolean;
}

/** Files of a conversation need the sign-in, which an address cannot carry: they are fetched once and shown from memory. */
export function useFile(conversation: string, path: string): { url: string | null; failed: boolean } {
  const { calls } = useChat();
  const [shown, setShown] = useState<Shown>({ path, url: null, failed: false });
  useEffect(() => {
    let current = true;
    calls
      .run(conversation, () => cache.get(path))
      .then((url) => current && setShown({ path, url, failed: false }))
      .catch(() => current && setShown({ path, url: null, failed: true }));
    return () => {
      current = false;
    };
  }, [calls, conversation, path]);
  return shown.path === path ? shown : { url: null, failed: false };
}
