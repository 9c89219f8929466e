import { Button, Code, Group, Text } from '@mantine/core';
import { IconAdjustments } from '@tabler/icons-react';
import { useState } from 'react';
import type { RunTimeSetting } from '../../../api/admin';
import { Empty } from '../../../parts/Empty';
import { useLoad } from '../../../parts/useLoad';
import { Waiting } from '../../../parts/Waiting';
import { Section } from '../../settings/Section';
import type { Act } from '../act';
import { ActDialog } from '../ActDialog';
import { Head } from '../Head';
import { State } from '../State';
import { ChangeDialog } from './ChangeDialog';
import { giveBack, grouped, meaningOf, nameOfSetting, valueText } from './settingActs';

const SOURCES = {
  default: { name: 'Default', tone: 'plain' },
  configuration: { name: 'Configured', tone: 'plain' },
  administrator: { name: 'Changed here', tone: 'accent' },
} as const;

/** What can be changed while the server runs. */
export default function SettingsPage() {
  const loaded = useLoad<{ settings: RunTimeSetting[] }>('admin/settings/');
  const [act, setAct] = useState<Act | null>(null);
  const [changing, setChanging] = useState<RunTimeSetting | null>(null);
  const changed = () => {
    setAct(null);
    setChanging(null);
    void loaded.reload();
  };
  return (
    <div className="admin-page">
      <Head
        title="Settings"
        lead="What can be changed while the server runs. The rest is in its configuration."
      />
      {!loaded.data && <Waiting failure={loaded.failure} retry={loaded.reload} />}
      {loaded.data?.settings.length === 0 && (
        <Empty icon={<IconAdjustments />} title="Nothing can be changed here">
          This server takes all its settings from its configuration.
        </Empty>
      )}
      {loaded.data &&
        grouped(loaded.data.settings).map(({ title, settings }) => (
          <Section key={title} title={title}>
            <ul className="plain settings" aria-label={title}>
              {settings.map((setting) => (
                <SettingRow
                  key={setting.key}
                  setting={setting}
                  onChange={() => setChanging(setting)}
                  onBack={() => setAct(giveBack(setting))}
                />
              ))}
            </ul>
          </Section>
        ))}
      <ActDialog act={act} onClose={() => setAct(null)} onDone={changed} onStale={changed} />
      {changing && <ChangeDialog setting={changing} onClose={() => setChanging(null)} onDone={changed} />}
    </div>
  );
}

interface RowProps {
  setting: RunTimeSetting;
  onChange: () => void;
  onBack: () => void;
}

function SettingRow({ setting, onChange, onBack }: RowProps) {
  const source = SOURCES[setting.source];
  const name = nameOfSetting(setting.key);
  return (
    <li className="setting">
      <div className="row-text">
        <Text fw={600} fz="sm">
          {name} <State tone={source.tone}>{source.name}</State>
        </Text>
        <Text fz="sm" c="dimmed">
          {meaningOf(setting)}
        </Text>
        <Code className="setting-key">{setting.key}</Code>
      </div>
      <div className="setting-value">{valueText(setting, setting.value)}</div>
      <Group gap="xs" className="setting-acts">
        {setting.source === 'administrator' && (
          <Button size="xs" variant="subtle" aria-label={`Set back: ${name}`} onClick={onBack}>
            Set back
          </Button>
        )}
        <Button size="xs" variant="default" aria-label={`Change: ${name}`} onClick={onChange}>
          Change
        </Button>
      </Group>
    </li>
  );
}
