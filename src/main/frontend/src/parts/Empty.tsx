import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  icon: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  /** The level of its heading. */
  order?: 1 | 2;
}

/** Says that there is nothing here, why, and what to do. */
export function Empty({ icon, title, children, action, order = 2 }: Props) {
  return (
    <div className="empty">
      <div className="empty-icon" aria-hidden>
        {icon}
      </div>
      <Title order={order} fz="md">
        {title}
      </Title>
      {children && (
        <Text fz="sm" maw={340}>
          {children}
        </Text>
      )}
      {action}
    </div>
  );
}
