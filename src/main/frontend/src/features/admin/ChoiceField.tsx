import { Select } from '@mantine/core';

interface Props {
  label: string;
  choices: { value: string; label: string }[];
  value: string;
  onChange: (value: string | null) => void;
}

/** A filter that is one of a few; the first choice is usually that it does not matter. */
export function ChoiceField({ label, choices, value, onChange }: Props) {
  return (
    <Select
      aria-label={label}
      data={choices}
      value={value}
      onChange={onChange}
      allowDeselect={false}
      comboboxProps={{ withinPortal: false }}
    />
  );
}
