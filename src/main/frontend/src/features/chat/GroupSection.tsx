import { Button, Title } from '@mantine/core';
import { IconLogout, IconPencil, IconPhoto, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import type { Conversation } from '../../api/chat';
import { useChat } from '../../live/chatContext';
import { OnDemand } from '../../parts/OnDemand';
import { PictureButton } from '../../parts/PictureButton';
import { useAct } from '../../parts/useAct';
import { MemberRow } from './MemberRow';
import { later } from '../../parts/later';

const AddMembersDialog = later(() => import('./AddMembersDialog'));
const LeaveDialog = later(() => import('./LeaveDialog'));
const MembersDialog = later(() => import('./MembersDialog'));
const RenameDialog = later(() => import('./RenameDialog'));

type Asking = 'add' | 'all' | 'leave' | 'rename' | null;

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
      <Title order={2} className="panel-title">
        Members
      </Title>
      <ul className="plain members">
        {members.map((member) => (
          <MemberRow key={member.user.id} conversation={conversation} member={member} me={me} owner={owner} />
        ))}
      </ul>
      {more > 0 && (
        <Button
          variant="subtle"
          fullWidth
          leftSection={<IconUsers size={17} />}
          onClick={() => setAsking('all')}
        >
          All {members.length + more} members
        </Button>
      )}
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
        {owner && <PictureChoice conversation={conversation} />}
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
      <OnDemand at={asking ?? ''} onFailure={close}>
        {asking === 'add' && <AddMembersDialog conversation={conversation} onClose={close} />}
        {asking === 'all' && (
          <MembersDialog conversation={conversation} me={me} owner={owner} onClose={close} />
        )}
        {asking === 'rename' && <RenameDialog conversation={conversation} onClose={close} />}
        {asking === 'leave' && <LeaveDialog conversation={conversation} me={me} onClose={close} />}
      </OnDemand>
    </section>
  );
}

/** The group's picture, which its owners choose. */
function PictureChoice({ conversation: { id, picture_url } }: { conversation: Conversation }) {
  const chat = useChat();
  const act = useAct();
  const choose = (file: File) => void act.run(() => chat.choosePicture(id, file));
  return (
    <>
      <PictureButton busy={act.busy} icon={<IconPhoto size={17} />} onChoose={choose}>
        {picture_url ? 'Change the picture' : 'Choose a picture'}
      </PictureButton>
      {picture_url && (
        <Button
          variant="subtle"
          disabled={act.busy}
          onClick={() => void act.run(() => chat.removePicture(id))}
        >
          Remove the picture
        </Button>
      )}
    </>
  );
}
