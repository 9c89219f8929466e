import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';

const SETTLE_MS = 300;

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** A filter that is typed; it takes effect when the typing pauses. */
export function SearchField({ label, value, onChange }: Props) {
  const [text, setText] = useState(value);
  const [told, setTold] = useState(value);
  const [seen, setSeen] = useState(value);
  const settle = useDebouncedCallback((wanted: string) => {
    setTold(wanted);
    onChange(wanted);
  }, SETTLE_MS);
  // It was changed from elsewhere, as by the browser's way back; what was told from here may arrive late.
  if (value !== seen) {
    setSeen(value);
    if (value !== told) {
      setTold(value);
      setText(value);
    }
  }
  const change = (wanted: string) => {
    setText(wanted);
    settle(wanted.trim());
  };
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
      leftSection={<IconSearch size={17} aria-hidden />}
      rightSection={text && <CloseButton size="sm" aria-label="Clear" onClick={() => change('')} />}
      radius="xl"
    />
  );
}
