import { Group, NumberInput, Select, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RunTimeSetting } from '../../../api/admin';
import { ActDialog } from '../ActDialog';
import { readDuration, UNITS, writeDuration } from './duration';
import { change, meaningOf, valueText, type Value } from './settingActs';

interface Props {
  setting: RunTimeSetting;
  onClose: () => void;
  onDone: () => void;
}

/** Asks for the new value of a setting, by its kind. */
export function ChangeDialog({ setting, onClose, onDone }: Props) {
  const [value, setValue] = useState<Value>(setting.value);
  return (
    <ActDialog act={change(setting, value)} onClose={onClose} onDone={onDone}>
      <ValueField setting={setting} value={value} onChange={setValue} />
    </ActDialog>
  );
}

interface FieldProps {
  setting: RunTimeSetting;
  value: Value;
  onChange: (value: Value) => void;
}

function ValueField({ setting, value, onChange }: FieldProps) {
  const shared = {
    label: 'Value',
    description: `By default: ${valueText(setting, setting.default)}.`,
    'data-autofocus': true,
  };
  switch (setting.kind) {
    case 'boolean':
      return (
        <Switch
          {...shared}
          label={meaningOf(setting)}
          checked={String(value) === 'true'}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'choice':
      return (
        <Select
          {...shared}
          data={setting.choices ?? []}
          value={String(value)}
          onChange={(chosen) => onChange(chosen ?? value)}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
        />
      );
    case 'number':
      return (
        <NumberInput
          {...shared}
          value={Number(value)}
          onChange={(typed) => onChange(Number(typed))}
          allowDecimal={false}
          min={0}
          required
          withAsterisk={false}
          hideControls
        />
      );
    case 'duration':
      return <DurationField {...shared} value={String(value)} onChange={onChange} />;
    case 'text':
      return (
        <TextInput
          {...shared}
          value={String(value)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}

interface DurationProps {
  label: string;
  description: string;
  value: string;
  onChange: (iso: string) => void;
}

function DurationField({ label, description, value, onChange }: DurationProps) {
  const read = readDuration(value);
  if (!read) {
    return (
      <TextInput
        label={label}
        description={`${description} In ISO 8601, as PT90M.`}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        data-autofocus
      />
    );
  }
  return (
    <Group align="flex-end" wrap="nowrap">
      <NumberInput
        label={label}
        description={description}
        value={read.amount}
        onChange={(typed) => onChange(writeDuration({ ...read, amount: Number(typed) }))}
        min={0}
        allowDecimal={false}
        hideControls
        flex={1}
        data-autofocus
      />
      <Select
        aria-label="Unit"
        data={UNITS}
        value={read.unit}
        onChange={(unit) =>
          onChange(writeDuration({ ...read, unit: UNITS.find((each) => each === unit) ?? read.unit }))
        }
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        w={120}
      />
    </Group>
  );
}
