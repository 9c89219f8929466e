import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useConfig } from '../../app/config';
import { Wordmark } from '../../parts/Wordmark';

interface Props {
  title: string;
  lead: ReactNode;
  children: ReactNode;
}

/** The card on which somebody comes in. */
export function GateCard({ title, lead, children }: Props) {
  const config = useConfig();
  return (
    <main className="gate">
      <div className="gate-card">
        <Wordmark name={config.name} />
        <Title order={1} fz={24} mt="lg">
          {title}
        </Title>
        <Text c="dimmed" fz="sm" mt={4} mb="lg">
          {lead}
        </Text>
        {children}
      </div>
    </main>
  );
}
