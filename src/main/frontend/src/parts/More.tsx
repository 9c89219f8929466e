import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';

/** The end of a long list: loads the next page when it comes into view, or at a press of the button. */
export function More({ load, label = 'Show more' }: { load: (() => unknown) | null; label?: string }) {
  const [busy, setBusy] = useState(false);
  const end = useRef<HTMLButtonElement>(null);
  const next = useRef<() => void>(() => undefined);

  useEffect(() => {
    next.current = () => {
      if (busy || !load) return;
      setBusy(true);
      void Promise.resolve(load()).finally(() => setBusy(false));
    };
  });
  const shown = load !== null;
  useEffect(() => {
    if (!shown || !end.current) return;
    const watch = new IntersectionObserver(
      (seen) => seen.some((each) => each.isIntersecting) && next.current(),
      { rootMargin: '200px' },
    );
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [shown, busy]);

  return shown ? (
    <Button ref={end} variant="subtle" fullWidth mt="xs" loading={busy} onClick={() => next.current()}>
      {label}
    </Button>
  ) : null;
}
