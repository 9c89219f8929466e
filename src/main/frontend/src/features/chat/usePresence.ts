import { useEffect } from 'react';
import type { ChatClient } from '../../live/chatClient';

const AWAY_AFTER_MS = 5 * 60_000;
const SIGNS = ['pointerdown', 'keydown', 'wheel', 'touchstart', 'focus'] as const;

/** Says that I am away when I have not touched the page for a while, and that I am back when I do. */
export function usePresence(chat: ChatClient) {
  useEffect(() => {
    let away = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = () => {
      away = true;
      chat.signals.tellPresence('away');
    };
    const here = () => {
      clearTimeout(timer);
      timer = setTimeout(leave, AWAY_AFTER_MS);
      if (!away) return;
      away = false;
      chat.signals.tellPresence('online');
    };
    here();
    SIGNS.forEach((sign) => window.addEventListener(sign, here, { passive: true }));
    return () => {
      clearTimeout(timer);
      SIGNS.forEach((sign) => window.removeEventListener(sign, here));
    };
  }, [chat]);
}
