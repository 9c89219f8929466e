import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { dayBegins, dayEnds } from './query';

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
  const get = (name: string) => search.get(name) ?? '';
  return {
    get,
    set,
    clear,
    any: search.size > 0,
    /** What a field for one of them is given. */
    field: (name: string) => ({ value: get(name), onChange: (to: string | null) => set(name, to) }),
    /** The moments between which it happened, for a list that is narrowed to days. */
    days: () => ({ from: dayBegins(get('from')), to: dayEnds(get('to')) }),
  };
}
