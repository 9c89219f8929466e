import { ActionIcon, Group, TextInput, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { copyText } from './copyText';
import { tellFailure } from './useAct';

const SAID_MS = 2_000;

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
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () =>
    void copyText(link)
      .then(() => setCopied(true))
      .catch(tellFailure);
  return (
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
  );
}
