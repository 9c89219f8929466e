import { useState } from 'react';
import type { Conversation } from '../../api/chat';
import { begunMention, completed } from './mentions';
import { matching } from './MentionList';

/** The mention that is being typed: who may be meant, which of them is marked, and its completion. */
export function useCompletion(
  conversation: Conversation,
  me: string,
  text: string,
  put: (text: string, caret: number) => void,
) {
  const [caret, setCaret] = useState(0);
  const [marked, setMarked] = useState(0);
  const [dismissed, setDismissed] = useState<number | null>(null);

  const begun = begunMention(text, caret);
  const people = begun && begun.from !== dismissed ? matching(conversation, me, begun.begun) : [];
  const at = Math.min(marked, people.length - 1);

  const complete = (username: string) => {
    if (!begun) return;
    const done = completed(text, begun, username);
    setCaret(done.caret);
    setMarked(0);
    put(done.text, done.caret);
  };
  /** Whether the key was meant for the list of people. */
  const take = (key: string): boolean => {
    const person = people[at];
    if (!person) return false;
    if (key === 'ArrowDown') setMarked((at + 1) % people.length);
    else if (key === 'ArrowUp') setMarked((at + people.length - 1) % people.length);
    else if (key === 'Enter' || key === 'Tab') complete(person.username);
    else if (key === 'Escape') setDismissed(begun?.from ?? null);
    else return false;
    return true;
  };
  const typed = (place: number) => {
    setCaret(place);
    setDismissed(null);
  };
  return { people, marked: at, complete, take, typed, moved: setCaret };
}
