import { useSyncExternalStore } from 'react';
import { useChat } from '../../live/chatContext';
import type { Allowed } from '../../live/uploads';

/** The files of the message that is being written; they stay when one looks at something else meanwhile. */
export function useUploads(conversation: string, allowed: Allowed) {
  const { uploads } = useChat();
  const list = useSyncExternalStore(uploads.subscribe, () => uploads.current(conversation));
  return {
    list,
    add: (files: File[]) => uploads.add(conversation, files, allowed),
    retry: (key: string) => uploads.retry(conversation, key),
    remove: (key: string) => uploads.remove(conversation, key),
    failed: list.some((each) => each.failure !== null),
  };
}
