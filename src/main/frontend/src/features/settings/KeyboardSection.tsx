import { Switch } from '@mantine/core';
import { useState } from 'react';
import { singleKeysAreOn, switchSingleKeys } from '../../parts/singleKeys';
import { Section } from './Section';

/** Which keys are shortcuts. */
export function KeyboardSection() {
  const [on, setOn] = useState(singleKeysAreOn);
  return (
    <Section title="Keyboard" lead="On this device. Press ? in the list of messages to see all shortcuts.">
      <Switch
        label="Shortcuts of a single letter"
        description="They work while the keyboard is in the list of messages. Switched off, a letter goes to the field where you write."
        checked={on}
        onChange={(event) => {
          switchSingleKeys(event.currentTarget.checked);
          setOn(event.currentTarget.checked);
        }}
      />
    </Section>
  );
}
