import type { AdminConnection } from '../../../api/admin';
import type { Act } from '../act';

const at = (connection: AdminConnection, act = '') => `admin/connections/${connection.id}/${act}`;
const pair = ({ sender, receiver }: AdminConnection) => `${sender.display_name} and ${receiver.display_name}`;

export function approve(connection: AdminConnection): Act {
  return {
    title: `Approve the request of ${connection.sender.display_name}?`,
    says: `${pair(connection)} become mutual connections at once and can write to each other, although ${connection.receiver.display_name} has not answered. Both are told.`,
    button: 'Approve',
    done: `${pair(connection)} are connected.`,
    method: 'POST',
    path: at(connection, 'approve/'),
  };
}

export function removeConnection(connection: AdminConnection): Act {
  return {
    title: `Remove the connection of ${pair(connection)}?`,
    says: 'Both lists change at once. What they wrote stays readable for them, and neither can write on. Either may ask again.',
    button: 'Remove',
    done: `${pair(connection)} are no longer connected.`,
    method: 'POST',
    path: at(connection, 'remove/'),
    danger: true,
  };
}

export function deleteRecord(connection: AdminConnection): Act {
  return {
    title: `Delete the record of ${pair(connection)}?`,
    says: 'The record goes for good, and with it a request or connection that stands. What happened stays in the ledger of the pair.',
    button: 'Delete for good',
    done: 'The record was deleted.',
    method: 'DELETE',
    path: at(connection),
    danger: true,
  };
}

/** Connects two people, who are told. */
export function connect(sender: string, receiver: string): Act {
  return {
    title: 'Connect two people',
    says: 'They become mutual connections at once, without being asked, and are told. Where either blocks the other it is refused.',
    button: 'Connect',
    done: 'They are connected.',
    method: 'POST',
    path: 'admin/connections/',
    body: { sender: sender.trim(), receiver: receiver.trim() },
  };
}

/** What may be done with a record, by where it stands. */
export function possible({ status }: AdminConnection) {
  return {
    approve: status === 'pending' || status === 'ignored',
    remove: status === 'approved',
  };
}
