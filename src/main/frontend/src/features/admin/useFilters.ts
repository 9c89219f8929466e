import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** What a list is narrowed to, kept in the page's address so that it can be shared and come back to. */
export function useFilters() {
  const [search, setSearch] = useSearchParams();
  const set = useCallback(
    (name: string, value: string | null) =>
      setSearch(
        (known) => {
          const next = new URLSearchParams(known);
          if (value) next.set(name, value);
          else next.delete(name);
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  const clear = useCallback(() => setSearch({}, { replace: true }), [setSearch]);
  return { get: (name: string) => search.get(name) ?? '', set, clear, any: search.size > 0 };
}
