import { createContext, useContext } from 'react';
import type { Attachment, Conversation, Message } from '../../api/chat';

/** What can be done with a message of the thread. */
export interface ThreadActs {
  me: string;
  conversation: Conversation;
  reply: (message: Message) => void;
  edit: (message: Message) => void;
  remove: (message: Message) => void;
  copy: (message: Message) => void;
  react: (message: Message, emoji: string, on: boolean) => void;
  pick: (message: Message, at: Element) => void;
  more: (message: Message) => void;
  /** Shows a picture at its full size. */
  view: (picture: Attachment) => void;
  jumpTo: (message: Message) => void;
  locate: (id: string, before: number) => Promise<Message | null>;
  retry: (clientId: string) => void;
  /** Sends it without the files that could not be attached. */
  retryWithoutFiles: (clientId: string) => void;
  discard: (clientId: string) => void;
}

export const ThreadContext = createContext<ThreadActs | null>(null);

export function useThreadActs(): ThreadActs {
  const acts = useContext(ThreadContext);
  if (!acts) throw new Error('used outside of a thread');
  return acts;
}

export const mayEdit = (acts: ThreadActs, message: Message) =>
  message.sender === acts.me && !message.deleted_at && acts.conversation.can_send;

export const mayRemove = (acts: ThreadActs, message: Message) =>
  message.sender === acts.me && !message.deleted_at;

export const mayAnswer = (acts: ThreadActs, message: Message) =>
  !message.deleted_at && acts.conversation.can_send;
