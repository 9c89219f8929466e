import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Conversation } from '../../api/chat';
import { paths } from '../../config/paths';
import { useChat } from '../../live/chatContext';
import { otherMembers, titleOf } from '../../live/chatViews';
import { useAct } from '../../parts/useAct';

interface Props {
  conversation: Conversation;
  me: string;
  onClose: () => void;
}

/** Leaves a group; its last owner hands it over first. */
export default function LeaveDialog({ conversation, me, onClose }: Props) {
  const act = useAct();
  const chat = useChat();
  const navigate = useNavigate();
  const others = otherMembers(conversation, me);
  const owns = conversation.members.some((each) => each.user.username === me && each.role === 'owner');
  const mustHandOver = owns && others.length > 0 && others.every((each) => each.role === 'member');
  const [heir, setHeir] = useState<string | null>(others[0]?.user.username ?? null);
  const leave = async () => {
    await act.run(async () => {
      if (mustHandOver && heir) await chat.putMember(conversation.id, heir, 'owner');
      // Whoever leaves looks away first: a moment later there is nothing here to look at.
      onClose();
      await navigate(paths.chats);
      await chat.leaveGroup(conversation.id);
    });
  };
  return (
    <Modal opened onClose={onClose} title={`Leave ${titleOf(conversation, me)}?`}>
      <Stack>
        <Text fz="sm">
          You will no longer see the group or what was written in it. A member can add you again.
        </Text>
        {mustHandOver && (
          <Select
            label="Who owns the group after you"
            data={others.map(({ user }) => ({ value: user.username, label: user.display_name }))}
            value={heir}
            onChange={setHeir}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            Cancel
          </Button>
          <Button color="red.9" loading={act.busy} onClick={() => void leave()}>
            Leave
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
