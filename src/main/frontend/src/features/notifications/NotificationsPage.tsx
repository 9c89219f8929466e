import { Button, Group } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Notification, Page } from '../../api/types';
import { useLive, useParley } from '../../live/context';
import { newestNotifications, unreadNotifications } from '../../live/state';
import { Empty } from '../../parts/Empty';
import { More } from '../../parts/More';
import { PageHead } from '../../parts/PageHead';
import { useAct } from '../../parts/useAct';
import { EntryRow } from './EntryRow';

/** The whole bell list: the newest live, older ones on demand. */
export default function NotificationsPage() {
  const parley = useLive();
  const state = useParley();
  const act = useAct();
  const [older, setOlder] = useState<Notification[]>([]);
  const [ended, setEnded] = useState(false);
  const live = newestNotifications(state);
  const known = new Set(live.map((entry) => entry.id));
  const entries = [...live, ...older.filter((entry) => !known.has(entry.id))];
  const first = entries[0];
  const last = entries[entries.length - 1];

  const loadOlder = async () => {
    const page = await act.call<Page<Notification>>('GET', `notifications/?cursor=${last?.id ?? ''}`);
    if (!page) return false;
    setOlder((before) => [...before, ...page.answer.items]);
    setEnded(page.answer.next === null);
    return true;
  };
  useEffect(
    () =>
      parley.onEvent(({ event, data }) => {
        const read = data as Notification | null;
        if (event !== 'notification.read' || !read) return;
        setOlder((before) => before.map((entry) => (entry.id === read.id ? read : entry)));
      }),
    [parley],
  );

  return (
    <div className="page">
      <PageHead title="Notifications" />
      {entries.length === 0 ? (
        <Empty icon={<IconBell />} title="Nothing yet">
          Requests and answers show up here.
        </Empty>
      ) : (
        <section className="section">
          <Group justify="flex-end" mb="xs">
            <Button
              size="compact-sm"
              variant="subtle"
              disabled={unreadNotifications(state).length === 0}
              onClick={() => first && void act.call('POST', 'notifications/read/', { up_to: first.id })}
            >
              Mark all read
            </Button>
          </Group>
          <ul className="plain">
            {entries.map((entry) => (
              <EntryRow key={entry.id} entry={entry} />
            ))}
          </ul>
          <More label="Show older" load={!ended && live.length >= 100 ? loadOlder : null} />
        </section>
      )}
    </div>
  );
}
