import { useEffect, useRef, useState } from 'react';
import type { Conversation } from '../../api/chat';

/** The place after which messages are new to me: fixed when I come, and again when I come back to the page. */
export function useNewAfter(conversation: Conversation): number | null {
  const [newAfter, setNewAfter] = useState<number | null>(() =>
    conversation.unread_count > 0 ? conversation.read_seq : null,
  );
  const current = useRef(conversation);
  useEffect(() => {
    current.current = conversation;
  });
  useEffect(() => {
    const away = () => {
      const { read_seq, unread_count } = current.current;
      if (unread_count === 0) setNewAfter(read_seq);
    };
    window.addEventListener('blur', away);
    return () => window.removeEventListener('blur', away);
  }, []);
  return newAfter;
}
