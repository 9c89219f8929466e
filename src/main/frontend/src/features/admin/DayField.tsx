import { TextInput } from '@mantine/core';

interface Props {
  label: string;
  value: string;
  onChange: (day: string) => void;
}

/** A day that a list begins or ends with. */
export function DayField({ label, value, onChange }: Props) {
  return (
    <TextInput
      type="date"
      aria-label={label}
      leftSection={label}
      leftSectionWidth={52}
      classNames={{ section: 'day-label' }}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
