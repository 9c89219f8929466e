import type { Notification } from '../../api/types';
import { paths } from '../../config/paths';

/** Where an entry of the bell list leads. */
export function targetOf(entry: Notification): string {
  const { username, conversation } = entry.data;
  if (conversation) return paths.chat(conversation);
  if (!username) return paths.notifications;
  return paths.person(username, entry.kind === 'connection.approved' ? 'connections' : 'requests');
}
