import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import type { OwnUser } from '../../api/types';
import { useLive, useParley } from '../../live/context';
import { applyOwnUser } from '../../live/state';
import { Avatar } from '../../parts/Avatar';
import { PictureButton } from '../../parts/PictureButton';
import { tellDone, useAct } from '../../parts/useAct';
import { lineFault } from '../../parts/displayText';
import { Section } from './Section';

/** My name, status and picture. */
export function ProfileSection() {
  const live = useLive();
  const { user } = useParley();
  const act = useAct();
  const [displayName, setDisplayName] = useState(user.display_name);
  const [statusText, setStatusText] = useState(user.status_text);

  const keep = (done: { answer: OwnUser } | undefined) => {
    if (done) live.apply((state) => applyOwnUser(state, done.answer));
    return done !== undefined;
  };
  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    const body = { display_name: displayName, status_text: statusText };
    if (keep(await act.call<OwnUser>('PATCH', 'me/', body))) tellDone('Your profile was saved.');
  };
  const upload = async (file: File) => {
    const form = new FormData();
    form.append('file', file);
    keep(await act.call<OwnUser>('PUT', 'me/avatar/', form));
  };
  const removePicture = async () => {
    const done = await act.call('DELETE', 'me/avatar/');
    if (done) live.apply((state) => ({ ...state, user: { ...state.user, avatar_url: null } }));
  };

  return (
    <Section title="Profile" lead={`Others see you as @${user.username}.`}>
      <Group mb="md">
        <Avatar person={user} size={72} />
        <PictureButton busy={act.busy} onChoose={(file) => void upload(file)}>
          Choose a picture
        </PictureButton>
        {user.avatar_url && (
          <Button variant="subtle" disabled={act.busy} onClick={() => void removePicture()}>
            Remove it
          </Button>
        )}
      </Group>
      <form onSubmit={(event) => void save(event)}>
        <Stack>
          <TextInput
            label="Display name"
            value={displayName}
            onChange={(event) => setDisplayName(event.currentTarget.value)}
            error={lineFault(displayName)}
            autoComplete="name"
            maxLength={64}
            required
            withAsterisk={false}
          />
          <TextInput
            label="Status"
            description="Seen by the people you are connected with."
            value={statusText}
            onChange={(event) => setStatusText(event.currentTarget.value)}
            error={lineFault(statusText)}
            maxLength={140}
          />
          <Group justify="space-between">
            <Text fz="xs" c="dimmed">
              {[...statusText].length} of 140
            </Text>
            <Button
              type="submit"
              loading={act.busy}
              disabled={Boolean(lineFault(displayName) ?? lineFault(statusText))}
            >
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
