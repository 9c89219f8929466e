import type { Conversation } from '../../api/chat';
import { pathOf } from '../../api/client';
import { SWITCHED_OFF, type Person } from '../../api/types';
import { partner, titleOf } from '../../live/chatViews';
import { useSignals } from '../../live/chatContext';
import { presenceOf } from '../../live/signals';
import { Avatar, type AvatarPerson } from '../../parts/Avatar';
import { useToday } from '../../parts/clock';
import { lastSeen } from './times';
import { useFile } from './useFile';

/** Somebody's picture with a dot when they are here. */
export function PresenceAvatar({ person, size }: { person: Person; size: number }) {
  const state = presenceOf(useSignals(), person)?.state;
  return (
    <span className="presence-avatar" style={{ width: size, height: size }}>
      <Avatar person={person} size={size} />
      {(state === 'online' || state === 'away') && (
        <span className="presence-dot" data-state={state} data-large={size > 60 || undefined} aria-hidden />
      )}
    </span>
  );
}

/** A conversation's picture: the other person's, or the sign of a group. */
export function ConversationAvatar({
  conversation,
  me,
  size,
}: {
  conversation: Conversation;
  me: string;
  size: number;
}) {
  const person = partner(conversation, me);
  if (person) return <PresenceAvatar person={person} size={size} />;
  const group = { username: conversation.id, display_name: titleOf(conversation, me), avatar_url: null };
  const address = conversation.picture_url;
  return address ? (
    <GroupPicture conversation={conversation.id} group={group} address={address} size={size} />
  ) : (
    <Avatar person={group} size={size} />
  );
}

interface GroupPictureProps {
  conversation: string;
  group: AvatarPerson;
  address: string;
  size: number;
}

/** A group's picture is for its members, so it comes with the sign-in; until then there are the initials. */
function GroupPicture({ conversation, group, address, size }: GroupPictureProps) {
  const { url } = useFile(conversation, pathOf(address));
  return <Avatar person={{ ...group, avatar_url: url }} size={size} />;
}

/** Whether somebody is here, in words. */
export function usePresenceText(person: Person | undefined): string | null {
  const presence = presenceOf(useSignals(), person);
  const today = useToday();
  if (person?.switched_off) return SWITCHED_OFF;
  if (!presence) return null;
  if (presence.state === 'online') return 'Online';
  if (presence.state === 'away') return 'Away';
  return presence.last_seen ? lastSeen(presence.last_seen, today) : null;
}
