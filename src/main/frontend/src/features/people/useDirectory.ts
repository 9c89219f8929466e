import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../../api/client';
import type { PeopleLists, Person } from '../../api/types';
import { useLive } from '../../live/context';
import { messageOf } from '../../parts/useAct';

const SETTLE_MS = 300;

function address(q: string, cursor: string | null): string {
  const search = new URLSearchParams();
  if (q) search.set('q', q);
  if (cursor) search.set('cursor', cursor);
  return `users/?${search.toString()}`;
}

/** The directory: people with whom there is no live relation, loaded anew when relations change. */
export function useDirectory(q: string) {
  const live = useLive();
  const [found, setFound] = useState<{ q: string; people: Person[]; next: string | null } | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const newest = useRef(0);

  const load = useCallback(
    async (cursor: string | null): Promise<boolean> => {
      const turn = ++newest.current;
      try {
        const { users, next } = await call<PeopleLists>('GET', address(q, cursor));
        if (turn !== newest.current) return true;
        setFound((known) => ({ q, next, people: cursor && known ? [...known.people, ...users] : users }));
        setFailure(null);
      } catch (problem) {
        if (turn !== newest.current) return true;
        if (cursor) return false;
        setFailure(messageOf(problem));
      }
      return true;
    },
    [q],
  );

  useEffect(() => {
    // Nothing is set before the server's answer.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    void load(null);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void load(null), SETTLE_MS);
    };
    const unsubscribe = live.onEvent(({ event }) => {
      if (/^(connection|block|user)\./.test(event)) soon();
    });
    window.addEventListener('focus', soon);
    return () => {
      clearTimeout(timer);
      unsubscribe();
      window.removeEventListener('focus', soon);
    };
  }, [load, live]);

  const current = found?.q === q ? found : null;
  return {
    people: current?.people ?? null,
    failure,
    reload: () => load(null),
    more: current?.next ? () => load(current.next) : null,
  };
}
