import { ActionIcon, CopyButton, Group, TextInput, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';

/** A link to hand on, to be read and copied. */
export function Copyable({ label, link }: { label: string; link: string }) {
  return (
    <Group wrap="nowrap" align="flex-end" gap="xs">
      <TextInput
        label={label}
        value={link}
        readOnly
        flex={1}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyLink link={link} />
    </Group>
  );
}

/** Copies a link, and says that it has. */
export function CopyLink({ link }: { link: string }) {
  return (
    <CopyButton value={link}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? 'Copied' : 'Copy'}>
          <ActionIcon
            variant="subtle"
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
  );
}
