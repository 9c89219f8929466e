import { IconCloudOff } from '@tabler/icons-react';
import { useDebouncedValue } from '@mantine/hooks';
import { useLive, useLiveView } from '../live/context';

const SAYS = {
  live: 'Everything you see is what the server knows.',
  connecting: 'Connecting to the server.',
  waiting: 'The connection was lost. It comes back by itself.',
  offline: 'This device has no network. You see what was known last.',
};
const NOTICED_AFTER_MS = 1_500;

/** Says how far this page is in the person's journal, and whether it is live. A short break goes unnoticed. */
export function SyncIndicator() {
  const live = useLive();
  const { state, link } = useLiveView();
  const [settled] = useDebouncedValue(link, NOTICED_AFTER_MS);
  const shown = link === 'live' || link === 'offline' ? link : settled === 'live' ? 'live' : link;
  return (
    <div className="sync">
      <div className="sync-state" role="status" data-testid="sync" title={SAYS[shown]}>
        {shown === 'offline' ? (
          <IconCloudOff size={15} aria-hidden />
        ) : (
          <span className="sync-dot" data-link={shown} aria-hidden />
        )}
        {shown === 'live' ? (
          <span aria-live="off">In sync at #{state?.seq ?? 0}</span>
        ) : (
          <span>{shown === 'offline' ? 'Offline' : 'Reconnecting…'}</span>
        )}
      </div>
      {(shown === 'waiting' || shown === 'offline') && (
        <button type="button" className="sync-retry" onClick={live.retryNow}>
          Try now
        </button>
      )}
    </div>
  );
}
