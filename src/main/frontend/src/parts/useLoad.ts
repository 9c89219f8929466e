import { useCallback, useEffect, useRef, useState } from 'react';
import { call, Problem } from '../api/client';
import type { Page } from '../api/types';
import { messageOf } from './useAct';

/** Loads one thing and, on demand, again; while it loads again the old one stays. */
export function useLoad<T>(path: string | null) {
  const [loaded, setLoaded] = useState<{ path: string; data: T } | null>(null);
  const [failed, setFailed] = useState<{ path: string; message: string; status: number } | null>(null);
  const newest = useRef(0);

  const reload = useCallback(async () => {
    if (path === null) return;
    const turn = ++newest.current;
    try {
      const data = await call<T>('GET', path);
      if (turn === newest.current) {
        setLoaded({ path, data });
        setFailed(null);
      }
    } catch (problem) {
      if (turn !== newest.current) return;
      const status = problem instanceof Problem ? problem.status : 0;
      setFailed({ path, message: messageOf(problem), status });
    }
  }, [path]);

  useEffect(() => {
    // Nothing is set before the server's answer.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    void reload();
  }, [reload]);

  const current = failed?.path === path ? failed : null;
  return {
    data: loaded?.path === path ? loaded.data : null,
    failure: current?.message ?? null,
    status: current?.status ?? null,
    reload,
  };
}

/** Loads a list page by page. */
export function usePages<T>(path: string) {
  const [items, setItems] = useState<T[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  const load = useCallback(
    async (cursor: string | null) => {
      try {
        const page = await call<Page<T>>(
          'GET',
          path + (cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''),
        );
        setItems((known) => (cursor && known ? [...known, ...page.items] : page.items));
        setNext(page.next);
        setFailure(null);
      } catch (problem) {
        setFailure(messageOf(problem));
      }
    },
    [path],
  );

  useEffect(() => {
    // Nothing is set before the server's answer.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    void load(null);
  }, [load]);

  return { items, failure, reload: () => load(null), more: next ? () => load(next) : null, setItems };
}
