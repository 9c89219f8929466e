import { Anchor, Radio, Stack, Switch } from '@mantine/core';
import { Link } from 'react-router';
import { paths } from '../../config/paths';
import { Section } from './Section';
import { useSettings } from './useSettings';

/** Who may find and ask me. */
export function PrivacySection() {
  const { settings, change } = useSettings();
  return (
    <Section title="Privacy">
      <Stack>
        <Radio.Group
          label="Who may send me a connection request"
          value={settings.who_may_request_me}
          onChange={(value) => change({ who_may_request_me: value })}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="everyone" label="Everyone" />
            <Radio value="connections_of_connections" label="People who know somebody I am connected with" />
            <Radio value="nobody" label="Nobody, except by my connection links" />
          </Stack>
        </Radio.Group>
        <Switch
          label="List me in the directory"
          checked={settings.discoverable}
          onChange={(event) => change({ discoverable: event.currentTarget.checked })}
        />
        <Switch
          label="Show the people I am connected with when I am here"
          checked={settings.presence_visible}
          onChange={(event) => change({ presence_visible: event.currentTarget.checked })}
        />
        <Switch
          label="Tell senders that I have read their messages"
          checked={settings.read_receipts}
          onChange={(event) => change({ read_receipts: event.currentTarget.checked })}
        />
        <Anchor component={Link} to={paths.blocked} fz="sm" underline="always">
          People I block
        </Anchor>
      </Stack>
    </Section>
  );
}
