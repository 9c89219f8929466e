import { Modal } from '@mantine/core';
import { useEffect } from 'react';
import type { Conversation, Member } from '../../api/chat';
import { useLive } from '../../live/context';
import { More } from '../../parts/More';
import { usePages } from '../../parts/useLoad';
import { Waiting } from '../../parts/Waiting';
import { MemberRow } from './MemberRow';

interface Props {
  conversation: Conversation;
  me: string;
  owner: boolean;
  onClose: () => void;
}

/** All members of a group too large to show them beside it, page by page. */
export default function MembersDialog({ conversation, me, owner, onClose }: Props) {
  const live = useLive();
  const { id, member_count: count } = conversation;
  const { items, failure, reload, more } = usePages<Member>(`conversations/${id}/members/`);
  useEffect(
    () =>
      live.onEvent(({ event, data }) => {
        if (event === 'conversation.updated' && (data as Conversation | null)?.id === id) void reload();
      }),
    [live, id, reload],
  );
  return (
    <Modal opened onClose={onClose} title={`${count ?? ''} members`}>
      {items && (
        <ul className="plain members" aria-label="All members">
          {items.map((member) => (
            <MemberRow
              key={member.user.id}
              conversation={conversation}
              member={member}
              me={me}
              owner={owner}
            />
          ))}
        </ul>
      )}
      {failure || !items ? <Waiting failure={failure} retry={reload} /> : <More load={more} />}
    </Modal>
  );
}
