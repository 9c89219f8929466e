import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { paths } from '../../config/paths';
import { Back } from '../../parts/Back';

interface Props {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  /** Where the way back leads, and what is said of it; on a narrow screen to the parts of the administration. */
  back?: { to: string; label: string };
}

/** The head of a part of the administration: what it is, and what can be done here. */
export function Head({ title, lead, actions, back }: Props) {
  return (
    <header className="admin-head">
      <Back
        to={back?.to ?? paths.admin}
        label={back?.label ?? 'Back to the administration'}
        always={back !== undefined}
      />
      <div className="row-text">
        <Title order={1} fz={22}>
          {title}
        </Title>
        {lead && (
          <Text c="dimmed" fz="sm">
            {lead}
          </Text>
        )}
      </div>
      {actions && <div className="admin-actions">{actions}</div>}
    </header>
  );
}
