import { ActionIcon, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from 'react-router';
import { paths } from '../config/paths';

/** A page's title; on a narrow screen with the way back. */
export function PageHead({ title }: { title: string }) {
  return (
    <div className="page-head">
      <ActionIcon
        className="only-narrow"
        component={Link}
        to={paths.people}
        variant="subtle"
        color="gray"
        c="inherit"
        size="lg"
        radius="xl"
        aria-label="Back to the lists"
      >
        <IconArrowLeft size={20} />
      </ActionIcon>
      <Title order={1} fz={22}>
        {title}
      </Title>
    </div>
  );
}
