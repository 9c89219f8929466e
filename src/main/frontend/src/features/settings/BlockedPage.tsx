import { Button, Text } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { Person } from '../../api/types';
import { useParley } from '../../live/context';
import { Empty } from '../../parts/Empty';
import { PageHead } from '../../parts/PageHead';
import { usePages } from '../../parts/useLoad';
import { More } from '../../parts/More';
import { Waiting } from '../../parts/Waiting';
import { PersonRow } from '../people/PersonRow';
import { useRelation } from '../people/useRelation';

/** Whom I block. */
export default function BlockedPage() {
  const { blockChanges } = useParley();
  const blocked = usePages<Person>('blocks/');
  const relation = useRelation();
  const { reload } = blocked;
  useEffect(() => {
    if (blockChanges > 0) void reload();
    // The list is loaded anew when the number changes, not when the function does.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [blockChanges]);
  return (
    <div className="page">
      <PageHead title="Blocked people" />
      <Text c="dimmed" mb="md">
        They cannot find or reach you, and they are not told.
      </Text>
      {!blocked.items && <Waiting failure={blocked.failure} retry={reload} />}
      {blocked.items?.length === 0 && (
        <Empty icon={<IconUserOff />} title="You block nobody">
          You can block somebody on their profile.
        </Empty>
      )}
      <ul className="plain" aria-label="Blocked people" data-steady>
        {blocked.items?.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            tab="people"
            chosen={false}
            action={
              <Button
                size="xs"
                variant="default"
                disabled={relation.busy}
                aria-label={`Unblock ${person.display_name}`}
                onClick={() => void relation.unblock(person).then(() => reload())}
              >
                Unblock
              </Button>
            }
          />
        ))}
      </ul>
      <More load={blocked.more} />
    </div>
  );
}
