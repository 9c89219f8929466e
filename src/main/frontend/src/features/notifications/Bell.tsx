import { ActionIcon, Button, Group, Indicator, Popover, Text } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { paths } from '../../config/paths';
import { useParley } from '../../live/context';
import { newestNotifications, unreadNotifications } from '../../live/state';
import { useAct } from '../../parts/useAct';
import { EntryRow } from './EntryRow';

const SHOWN = 8;

/** The bell with the count of what is unread, and the newest entries under it. */
export function Bell() {
  const state = useParley();
  const act = useAct();
  const [opened, setOpened] = useState(false);
  const newest = newestNotifications(state);
  const unread = unreadNotifications(state).length;
  const first = newest[0];
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={340}
      position="bottom-end"
      radius="lg"
      shadow="md"
      trapFocus
    >
      <Indicator
        label={unread > 99 ? '99+' : unread}
        size={17}
        disabled={unread === 0}
        color="pink.8"
        offset={9}
      >
        <Popover.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            c="inherit"
            size="lg"
            radius="xl"
            aria-label={unread > 0 ? `Notifications, ${unread} unread` : 'Notifications'}
            onClick={() => setOpened(!opened)}
          >
            <IconBell size={20} />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown p="xs" aria-label="Notifications">
        <Group justify="space-between" px="xs" pb={4}>
          <Text fw={650}>Notifications</Text>
          <Button
            size="compact-sm"
            variant="subtle"
            disabled={unread === 0}
            loading={act.busy}
            onClick={() => first && void act.call('POST', 'notifications/read/', { up_to: first.id })}
          >
            Mark all read
          </Button>
        </Group>
        {newest.length === 0 ? (
          <Text c="dimmed" fz="sm" p="md" ta="center">
            Nothing yet. Requests and answers show up here.
          </Text>
        ) : (
          <ul className="plain bell-list">
            {newest.slice(0, SHOWN).map((entry) => (
              <EntryRow key={entry.id} entry={entry} onOpen={() => setOpened(false)} />
            ))}
          </ul>
        )}
        <Button
          component={Link}
          to={paths.notifications}
          variant="subtle"
          fullWidth
          mt={4}
          onClick={() => setOpened(false)}
        >
          See all
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
