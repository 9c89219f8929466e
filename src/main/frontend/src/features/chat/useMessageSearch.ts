import { useCallback, useEffect, useState } from 'react';
import type { Conversation, Message } from '../../api/chat';
import { call, Problem } from '../../api/client';
import type { Page, Person } from '../../api/types';
import { messageOf } from '../../parts/useAct';
import type { Highlight } from './highlights';

export interface Hit {
  message: Message;
  conversation: Conversation;
  /** The parts of the body that were looked for. */
  highlights: Highlight[];
}

interface Found {
  q: string;
  hits: Hit[];
  next: string | null;
}

const nothing = { items: [], next: null };

async function search(query: string, cursor: string | null): Promise<Page<Hit>> {
  const page = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
  try {
    const found = await call<{ messages: Page<Hit>; people: Page<Person> }>('GET', `search/?${query}${page}`);
    return found.messages;
  } catch (problem) {
    // What is too short to be looked for in messages still narrows the list.
    if (problem instanceof Problem && (problem.status === 400 || problem.status === 404)) return nothing;
    throw problem;
  }
}

/** The messages of mine that contain what is looked for, page by page. */
export function useMessageSearch(words: string, narrowing: Record<string, string>) {
  const q = words && new URLSearchParams({ q: words, ...narrowing }).toString();
  const [found, setFound] = useState<Found | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    if (!q) return;
    let current = true;
    search(q, null)
      .then(({ items, next }) => {
        if (!current) return;
        setFound({ q, hits: items, next });
        setFailure(null);
      })
      .catch((problem: unknown) => current && setFailure(messageOf(problem)));
    return () => {
      current = false;
    };
  }, [q, turn]);

  const cursor = found?.next ?? null;
  const more = useCallback(async () => {
    if (cursor === null) return true;
    try {
      const { items, next } = await search(q, cursor);
      setFound((known) => (known?.q === q ? { q, hits: [...known.hits, ...items], next } : known));
      return true;
    } catch {
      return false;
    }
  }, [q, cursor]);

  const current = found?.q === q ? found : null;
  return {
    hits: current?.hits ?? null,
    failure,
    again: () => setTurn(turn + 1),
    more: current && cursor !== null ? more : null,
  };
}
