import { ActionIcon, Menu } from '@mantine/core';
import { IconCheck, IconDots, IconHistory, IconTrash, IconUnlink } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { AdminConnection } from '../../../api/admin';
import { paths } from '../../../config/paths';
import type { Act } from '../act';
import { approve, deleteRecord, possible, removeConnection } from './connectionActs';

interface Props {
  connection: AdminConnection;
  onAct: (act: Act) => void;
}

/** What can be done with a connection, and the way to its story. */
export function ConnectionMenu({ connection, onAct }: Props) {
  const { sender, receiver } = connection;
  const may = possible(connection);
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          c="inherit"
          size="lg"
          radius="xl"
          aria-label={`What can be done with ${sender.username} and ${receiver.username}`}
        >
          <IconDots size={19} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component={Link}
          to={paths.adminPair(sender.username, receiver.username)}
          leftSection={<IconHistory size={16} />}
        >
          Ledger of the pair
        </Menu.Item>
        {may.approve && (
          <Menu.Item leftSection={<IconCheck size={16} />} onClick={() => onAct(approve(connection))}>
            Approve
          </Menu.Item>
        )}
        {may.remove && (
          <Menu.Item
            leftSection={<IconUnlink size={16} />}
            onClick={() => onAct(removeConnection(connection))}
          >
            Remove
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item
          className="danger"
          leftSection={<IconTrash size={16} />}
          onClick={() => onAct(deleteRecord(connection))}
        >
          Delete the record
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
