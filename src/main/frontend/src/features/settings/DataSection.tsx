import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState, type SyntheticEvent } from 'react';
import { call, download, leave } from '../../api/client';
import { useParley } from '../../live/context';
import { saveFile } from '../../parts/saveFile';
import { useAct } from '../../parts/useAct';
import { PasswordField } from '../account/Fields';
import { leavePush } from '../notifications/push';
import { Section } from './Section';

/** Taking everything along, and leaving. */
export function DataSection() {
  const act = useAct();
  const taking = useAct();
  const [leaving, setLeaving] = useState(false);
  const [password, setPassword] = useState('');
  const { user } = useParley();
  const remove = async (event: SyntheticEvent) => {
    event.preventDefault();
    const done = await act.run(() => call('DELETE', 'me/', user.has_password ? { password } : {}));
    if (!done) return;
    leave('Your account was deleted.');
    void leavePush();
  };
  const stay = () => {
    setLeaving(false);
    setPassword('');
  };
  return (
    <Section title="My data">
      <Group>
        <Button
          variant="default"
          leftSection={<IconDownload size={17} />}
          loading={taking.busy}
          onClick={() =>
            void taking.run(async () => saveFile(await download('me/export/'), 'parley-export.zip'))
          }
        >
          Export everything
        </Button>
        <Button variant="subtle" color="red" className="danger" onClick={() => setLeaving(true)}>
          Delete my account
        </Button>
      </Group>
      <Modal opened={leaving} onClose={stay} title="Delete your account?">
        <form onSubmit={(event) => void remove(event)}>
          <Stack>
            <Text fz="sm">
              Your profile, connections and requests are deleted for good. This cannot be undone.
            </Text>
            {user.has_password ? (
              <PasswordField label="Your password" value={password} onChange={setPassword} />
            ) : (
              <Text fz="sm">
                To prove that it is you, sign out and in again if you signed in more than a few minutes ago.
              </Text>
            )}
            <Group justify="flex-end">
              <Button variant="default" onClick={stay}>
                Cancel
              </Button>
              <Button type="submit" color="red.9" loading={act.busy}>
                Delete my account
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </Section>
  );
}
