import { ActionIcon, Menu } from '@mantine/core';
import { IconCrown, IconDots, IconUserMinus } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import type { Conversation, Member } from '../../api/chat';
import { paths } from '../../config/paths';
import { useChat } from '../../live/chatContext';
import { useAct } from '../../parts/useAct';
import { PresenceAvatar } from './PresenceAvatar';

interface Props {
  conversation: Conversation;
  member: Member;
  me: string;
  /** Whether I own the group. */
  owner: boolean;
}

/** A member of a group, and what I may do about them. */
export function MemberRow({ conversation, member, me, owner }: Props) {
  const { user, role } = member;
  const mine = user.username === me;
  return (
    <li className="member">
      <PresenceAvatar person={user} size={36} />
      <span className="row-text">
        <span className="member-name">
          {user.display_name}
          {mine && ' (you)'}
        </span>
        <span className="row-sub">{role === 'owner' ? 'Owner' : `@${user.username}`}</span>
      </span>
      {!mine && <MemberMenu conversation={conversation} member={member} owner={owner} />}
    </li>
  );
}

function MemberMenu({
  conversation,
  member: { user, role },
  owner,
}: {
  conversation: Conversation;
  member: Member;
  owner: boolean;
}) {
  const act = useAct();
  const chat = useChat();
  const navigate = useNavigate();
  const { id } = conversation;
  const change = (work: () => Promise<void>) =>
    void act.run(async () => {
      await work();
      await chat.refresh(id);
    });
  const giveRole = (wanted: Member['role']) => change(() => chat.putMember(id, user.username, wanted));
  const write = async () => {
    const opened = await act.run(() => chat.open(user.username));
    if (opened) await navigate(paths.chat(opened.answer.id));
  };
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          c="inherit"
          radius="xl"
          loading={act.busy}
          aria-label={`More about ${user.display_name}`}
        >
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {user.connection === 'connected' && !user.switched_off && (
          <Menu.Item onClick={() => void write()}>Write to them</Menu.Item>
        )}
        <Menu.Item onClick={() => void navigate(paths.person(user.username, 'people'))}>Profile</Menu.Item>
        {owner && role === 'member' && (
          <Menu.Item leftSection={<IconCrown size={16} />} onClick={() => giveRole('owner')}>
            Make an owner
          </Menu.Item>
        )}
        {owner && role === 'owner' && (
          <Menu.Item onClick={() => giveRole('member')}>Make an ordinary member</Menu.Item>
        )}
        {owner && (
          <Menu.Item
            className="danger"
            leftSection={<IconUserMinus size={16} />}
            onClick={() => change(() => chat.removeMember(id, user.username))}
          >
            Remove from the group
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
