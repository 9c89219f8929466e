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

/** The address of the page that follows. */
export function pageAfter(path: string, cursor: string | null): string {
  return cursor ? `${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}` : path;
}

/** Loads a list page by page, and tells whether it could; while it loads another one the old one stays. */
export function usePages<T>(path: string) {
  const [items, setItems] = useState<T[] | null>(null);
  const [loaded, setLoaded] = useState<string | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const newest = useRef(0);

  const load = useCallback(
    async (cursor: string | null): Promise<boolean> => {
      const turn = ++newest.current;
      try {
        const page = await call<Page<T>>('GET', pageAfter(path, cursor));
        if (turn !== newest.current) return true;
        setItems((known) => (cursor && known ? [...known, ...page.items] : page.items));
        setNext(page.next);
        setFailure(null);
      } catch (problem) {
        if (turn !== newest.current) return true;
        if (cursor) return false;
        setFailure(messageOf(problem));
      }
      setLoaded(path);
      return true;
    },
    [path],
  );

  useEffect(() => {
    // Nothing is set before the server's answer.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    void load(null);
  }, [load]);
  const reload = useCallback(async () => {
    await load(null);
  }, [load]);

  return {
    items,
    failure,
    /** Whether what is shown is of another path than the one asked for. */
    waiting: loaded !== path,
    reload,
    more: next && loaded === path ? () => load(next) : null,
    setItems,
  };
}
