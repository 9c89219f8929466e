import { Button, Text } from '@mantine/core';
import type { Announcement } from '../../../api/admin';
import { LEVELS } from '../../announcements/levels';
import { At } from '../At';
import { State } from '../State';

interface Props {
  announcement: Announcement;
  onWithdraw: () => void;
}

/** An announcement as it stands. */
export function AnnouncementCard({ announcement, onWithdraw }: Props) {
  const { text, level, from, to, created_by, state } = announcement;
  return (
    <li className="section announcement">
      <div className="row-text">
        <State tone={LEVELS[level].tone}>{LEVELS[level].name}</State>
        <p className="announcement-text">{text}</p>
        <Text fz="xs" c="dimmed">
          from <At at={from} /> {to ? <>to {<At at={to} />}</> : 'until it is withdrawn'}
          {created_by && ` · by @${created_by}`}
        </Text>
      </div>
      <Button
        size="xs"
        variant="default"
        aria-label={`${state === 'over' ? 'Delete' : 'Withdraw'}: ${text.slice(0, 60)}`}
        onClick={onWithdraw}
      >
        {state === 'over' ? 'Delete' : 'Withdraw'}
      </Button>
    </li>
  );
}
