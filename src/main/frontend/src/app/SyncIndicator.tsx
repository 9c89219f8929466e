import { Tooltip } from '@mantine/core';
import { useLiveView } from '../live/context';

const SAYS = {
  live: 'Everything you see is what the server knows.',
  connecting: 'Connecting to the server.',
  waiting: 'The connection was lost. Trying again by itself.',
};

/** Says how far this page is in the person's journal, and whether it is live. */
export function SyncIndicator() {
  const { state, link } = useLiveView();
  return (
    <Tooltip label={SAYS[link]}>
      <div className="sync" role="status" data-testid="sync">
        <span className="sync-dot" data-link={link} aria-hidden />
        {link === 'live' ? `In sync at #${state?.seq ?? 0}` : 'Reconnecting…'}
      </div>
    </Tooltip>
  );
}
