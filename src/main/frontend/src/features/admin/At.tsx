const FORMAT: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' };

/** A moment by the clock, for what is looked up and compared. */
export function At({ at, seconds }: { at: string; seconds?: boolean }) {
  const shown = new Date(at).toLocaleString(
    [],
    seconds ? { dateStyle: 'medium', timeStyle: 'medium' } : FORMAT,
  );
  return (
    <time dateTime={at} title={new Date(at).toLocaleString()}>
      {shown}
    </time>
  );
}
