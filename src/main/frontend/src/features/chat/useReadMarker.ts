import { useEffect, useState } from 'react';
import type { Conversation } from '../../api/chat';
import { useChat } from '../../live/chatContext';
import { useLiveView } from '../../live/context';

const SETTLED_MS = 250;
const AGAIN_MS = 4_000;

/** Whether somebody looks at the page. */
function useAttention(): boolean {
  const attended = () => document.visibilityState === 'visible' && document.hasFocus();
  const [attention, setAttention] = useState(attended);
  useEffect(() => {
    const look = () => setAttention(attended());
    window.addEventListener('focus', look);
    window.addEventListener('blur', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.removeEventListener('focus', look);
      window.removeEventListener('blur', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return attention;
}

/** Tells the server how far I have read, once it has been in view for a moment and the page has the focus. */
export function useReadMarker(conversation: Conversation, seen: number) {
  const chat = useChat();
  const { link } = useLiveView();
  const attention = useAttention();
  const [turn, setTurn] = useState(0);
  const { id, read_seq: read } = conversation;
  const due = attention && seen > read && link !== 'offline';
  useEffect(() => {
    if (!due) return;
    let again: ReturnType<typeof setTimeout> | undefined;
    const timer = setTimeout(() => {
      chat.markRead(id, seen).catch(() => {
        again = setTimeout(() => setTurn(turn + 1), AGAIN_MS);
      });
    }, SETTLED_MS);
    return () => {
      clearTimeout(timer);
      clearTimeout(again);
    };
  }, [due, chat, id, seen, link, turn]);
}
