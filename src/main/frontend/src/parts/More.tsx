import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';

interface Props {
  /** Loads the next page; false: that has failed, and it says nothing about it itself. Null: there is none. */
  load: (() => unknown) | null;
  label?: string;
}

/**
 * The end of a long list: loads the next page when it comes into view, or at a press of the button. What has
 * failed is not tried again before somebody asks for it.
 */
export function More({ load, label = 'Show more' }: Props) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const end = useRef<HTMLButtonElement>(null);
  const next = useRef<() => void>(() => undefined);

  useEffect(() => {
    next.current = () => {
      if (busy || !load) return;
      setBusy(true);
      void Promise.resolve(load())
        .then((loaded) => setFailed(loaded === false))
        .finally(() => setBusy(false));
    };
  });
  const shown = load !== null;
  if (!shown && failed) setFailed(false);
  useEffect(() => {
    if (!shown || failed || !end.current) return;
    const watch = new IntersectionObserver(
      (seen) => seen.some((each) => each.isIntersecting) && next.current(),
      { rootMargin: '200px' },
    );
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [shown, busy, failed]);

  return shown ? (
    <Button ref={end} variant="subtle" fullWidth mt="xs" loading={busy} onClick={() => next.current()}>
      {failed ? 'More could not be loaded. Try again' : label}
    </Button>
  ) : null;
}
