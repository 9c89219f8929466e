import { ActionIcon } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from 'react-router';

interface Props {
  to: string;
  label: string;
  /** Also where the screen is wide enough to show what it leads to. */
  always?: boolean;
}

/** The way back from what a narrow screen shows alone. */
export function Back({ to, label, always = false }: Props) {
  return (
    <ActionIcon
      className={always ? undefined : 'only-narrow'}
      component={Link}
      to={to}
      variant="subtle"
      color="gray"
      c="inherit"
      size="lg"
      radius="xl"
      aria-label={label}
    >
      <IconArrowLeft size={20} />
    </ActionIcon>
  );
}
