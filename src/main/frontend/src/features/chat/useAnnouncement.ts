import { useEffect, useRef, useState } from 'react';
import type { Conversation, Message } from '../../api/chat';
import { nameOf } from '../../live/chatViews';
import { useLive } from '../../live/context';
import { lineOf } from './preview';

const HELD_MS = 5_000;

/** What a screen reader says of this conversation: each new message of somebody else, politely and once. */
export function useAnnouncement(conversation: Conversation, me: string): string {
  const live = useLive();
  const [said, setSaid] = useState('');
  const current = useRef(conversation);
  useEffect(() => {
    current.current = conversation;
  });
  const { id } = conversation;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = live.onEvent(({ event, data }) => {
      const message = data as Message | null;
      if (event !== 'message.sent' || message?.conversation !== id || message.sender === me) return;
      const name = message.sender ? nameOf(current.current, message.sender) : 'Deleted user';
      setSaid(`${name}: ${lineOf(message)}`);
      clearTimeout(timer);
      timer = setTimeout(() => setSaid(''), HELD_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [live, id, me]);
  return said;
}
