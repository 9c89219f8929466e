import { SegmentedControl } from '@mantine/core';
import { Section } from './Section';
import { useSettings } from './useSettings';

/** Light or dark. */
export function AppearanceSection() {
  const { settings, change } = useSettings();
  return (
    <Section title="Appearance" lead="The same on all your devices.">
      <SegmentedControl
        aria-label="Theme"
        radius="xl"
        value={settings.theme}
        onChange={(theme) => change({ theme: theme })}
        data={[
          { value: 'auto', label: 'As my device' },
          { value: 'light', label: 'Light' },
          { value: 'dark', label: 'Dark' },
        ]}
      />
    </Section>
  );
}
