import { createContext, useContext, useSyncExternalStore } from 'react';
import type { ChatClient } from './chatClient';

export const ChatContext = createContext<ChatClient | null>(null);

export function useChat(): ChatClient {
  const chat = useContext(ChatContext);
  if (!chat) throw new Error('used outside of the signed-in part');
  return chat;
}

export function useOutbox() {
  const { sender } = useChat();
  return useSyncExternalStore(sender.subscribe, sender.current);
}

export function useSignals() {
  const { signals } = useChat();
  return useSyncExternalStore(signals.subscribe, signals.current);
}
