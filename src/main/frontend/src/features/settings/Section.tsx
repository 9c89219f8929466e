import { Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';

interface Props {
  title: string;
  lead?: string;
  children: ReactNode;
}

/** One subject of the settings. */
export function Section({ title, lead, children }: Props) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <Title order={2} fz="lg" id={id}>
        {title}
      </Title>
      {lead && (
        <Text c="dimmed" fz="sm">
          {lead}
        </Text>
      )}
      <div style={{ marginTop: 16 }}>{children}</div>
    </section>
  );
}
