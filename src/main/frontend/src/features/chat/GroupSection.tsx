import { ActionIcon, Button, Menu, Title } from '@mantine/core';
import {
  IconCrown,
  IconDots,
  IconLogout,
  IconPencil,
  IconUserMinus,
  IconUserPlus,
} from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Conversation, Member } from '../../api/chat';
import { call } from '../../api/client';
import { paths } from '../../config/paths';
import { useChat } from '../../live/chatContext';
import { useAct } from '../../parts/useAct';
import { PresenceAvatar } from './PresenceAvatar';

const AddMembersDialog = lazy(() => import('./AddMembersDialog'));
const LeaveDialog = lazy(() => import('./LeaveDialog'));
const RenameDialog = lazy(() => import('./RenameDialog'));

type Asking = 'add' | 'leave' | 'rename' | null;

/** The members of a group, and what I may do about them. */
export function GroupSection({ conversation, me }: { conversation: Conversation; me: string }) {
  const [asking, setAsking] = useState<Asking>(null);
  const close = () => setAsking(null);
  const owner = conversation.members.some((each) => each.user.username === me && each.role === 'owner');
  const members = [...conversation.members].sort(
    (a, b) =>
      Number(b.role === 'owner') - Number(a.role === 'owner') ||
      a.user.display_name.localeCompare(b.user.display_name),
  );
  const more = (conversation.member_count ?? members.length) - members.length;
  return (
    <section aria-label="Members">
      <Title order={3} className="panel-title">
        Members
      </Title>
      <ul className="plain members">
        {members.map((member) => (
          <MemberRow key={member.user.id} conversation={conversation} member={member} me={me} owner={owner} />
        ))}
      </ul>
      {more > 0 && <p className="row-sub">and {more} more</p>}
      <div className="group-actions">
        <Button variant="light" leftSection={<IconUserPlus size={17} />} onClick={() => setAsking('add')}>
          Add people
        </Button>
        {owner && (
          <Button
            variant="default"
            leftSection={<IconPencil size={17} />}
            onClick={() => setAsking('rename')}
          >
            Rename
          </Button>
        )}
        <Button
          variant="subtle"
          color="red"
          className="danger"
          leftSection={<IconLogout size={17} />}
          onClick={() => setAsking('leave')}
        >
          Leave the group
        </Button>
      </div>
      <Suspense fallback={null}>
        {asking === 'add' && <AddMembersDialog conversation={conversation} onClose={close} />}
        {asking === 'rename' && <RenameDialog conversation={conversation} onClose={close} />}
        {asking === 'leave' && <LeaveDialog conversation={conversation} me={me} onClose={close} />}
      </Suspense>
    </section>
  );
}

function MemberRow({
  conversation,
  member,
  me,
  owner,
}: {
  conversation: Conversation;
  member: Member;
  me: string;
  owner: boolean;
}) {
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
  const path = `conversations/${conversation.id}/members/${encodeURIComponent(user.username)}/`;
  const change = (method: 'PUT' | 'DELETE', body?: object) =>
    void act.run(async () => {
      await call(method, path, body);
      await chat.refresh(conversation.id);
    });
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
        {user.connection === 'connected' && <Menu.Item onClick={() => void write()}>Write to them</Menu.Item>}
        <Menu.Item onClick={() => void navigate(paths.person(user.username, 'people'))}>Profile</Menu.Item>
        {owner && role === 'member' && (
          <Menu.Item leftSection={<IconCrown size={16} />} onClick={() => change('PUT', { role: 'owner' })}>
            Make an owner
          </Menu.Item>
        )}
        {owner && role === 'owner' && (
          <Menu.Item onClick={() => change('PUT', { role: 'member' })}>Make an ordinary member</Menu.Item>
        )}
        {owner && (
          <Menu.Item
            className="danger"
            leftSection={<IconUserMinus size={16} />}
            onClick={() => change('DELETE')}
          >
            Remove from the group
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
