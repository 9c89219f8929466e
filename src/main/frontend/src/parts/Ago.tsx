import { ago } from './ago';
import { useMinute } from './clock';

/** How long ago something was, kept right as time goes. */
export function Ago({ at }: { at: string }) {
  return (
    <time dateTime={at} title={new Date(at).toLocaleString()}>
      {ago(at, useMinute())}
    </time>
  );
}
