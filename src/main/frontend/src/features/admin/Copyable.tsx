import { ActionIcon, CopyButton, Group, TextInput, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';

/** Something to hand on, as a one-time link, with a button that copies it. */
export function Copyable({ label, value }: { label: string; value: string }) {
  return (
    <Group wrap="nowrap" align="flex-end" gap="xs">
      <TextInput
        label={label}
        value={value}
        readOnly
        flex={1}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? 'Copied' : 'Copy'}>
            <ActionIcon
              variant="light"
              size="lg"
              radius="xl"
              aria-label={copied ? 'The link was copied' : 'Copy the link'}
              onClick={copy}
            >
              {copied ? <IconCheck size={19} /> : <IconCopy size={19} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </Group>
  );
}
