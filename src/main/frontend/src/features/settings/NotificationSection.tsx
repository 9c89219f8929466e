import { Group, Stack, Switch, TextInput } from '@mantine/core';
import { tellDone } from '../../parts/useAct';
import { NOT_ALLOWED } from '../notifications/push';
import { PushSwitch } from './PushSwitch';
import { Section } from './Section';
import { useSettings } from './useSettings';

const LABELS: Record<string, string> = {
  'connection.requested': 'Somebody asks to connect with me',
  'connection.approved': 'Somebody accepts my request',
  'connection.rejected': 'Somebody rejects my request',
  'message.mentioned': 'Somebody mentions me',
};

/** What I am told of, and when not. */
export function NotificationSection() {
  const { settings, change } = useSettings();
  const quiet = settings.quiet_hours;

  const browser = async (on: boolean) => {
    if (on && (await Notification.requestPermission()) !== 'granted') {
      tellDone(NOT_ALLOWED);
      return;
    }
    change({ browser_notifications: on });
  };

  return (
    <Section title="Notifications">
      <Stack>
        {Object.entries(settings.notification_kinds)
          .filter(([kind]) => kind in LABELS)
          .map(([kind, on]) => (
            <Switch
              key={kind}
              label={LABELS[kind]}
              checked={on}
              onChange={(event) =>
                change({
                  notification_kinds: { ...settings.notification_kinds, [kind]: event.currentTarget.checked },
                })
              }
            />
          ))}
        {'Notification' in window && (
          <Switch
            label="Show them outside of this page, too"
            description="When the page is in the background, your browser shows them."
            checked={settings.browser_notifications}
            onChange={(event) => void browser(event.currentTarget.checked)}
          />
        )}
        {settings.browser_notifications && <PushSwitch />}
        <Switch
          label="Quiet hours"
          description="No pop-ups in these hours; the bell still counts."
          checked={quiet !== null}
          onChange={(event) =>
            change({
              quiet_hours: event.currentTarget.checked
                ? { from: '22:00', to: '07:00', time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone }
                : null,
            })
          }
        />
        {quiet && (
          <Group>
            <TextInput
              type="time"
              label="From"
              value={quiet.from}
              onChange={(event) =>
                event.currentTarget.value &&
                change({ quiet_hours: { ...quiet, from: event.currentTarget.value } })
              }
            />
            <TextInput
              type="time"
              label="To"
              value={quiet.to}
              onChange={(event) =>
                event.currentTarget.value &&
                change({ quiet_hours: { ...quiet, to: event.currentTarget.value } })
              }
            />
          </Group>
        )}
      </Stack>
    </Section>
  );
}
