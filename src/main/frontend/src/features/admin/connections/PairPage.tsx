import { Button, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { PairLine } from '../../../api/admin';
import { paths } from '../../../config/paths';
import { Empty } from '../../../parts/Empty';
import { usePages } from '../../../parts/useLoad';
import { At } from '../At';
import { Head } from '../Head';
import { Listing } from '../Listing';
import { withQuery } from '../query';
import { useFilters } from '../useFilters';
import { changeName } from './changes';

const BACK = { to: paths.adminPart('connections'), label: 'Back to the connections' };

/** Everything that ever happened between two people, the newest first. */
export default function PairPage() {
  const filters = useFilters();
  const a = filters.get('a');
  const b = filters.get('b');
  const list = usePages<PairLine>(withQuery('admin/ledger/', { a, b }));
  return (
    <div className="admin-page">
      <Head
        title={`@${a} and @${b}`}
        lead="The ledger of the pair: every change, the quiet ones too, with who made it and why."
        back={BACK}
      />
      <Listing
        list={list}
        empty={
          <Empty
            icon={<IconHistory />}
            title="Nothing happened between them"
            action={
              <Button component={Link} to={BACK.to} variant="default">
                All connections
              </Button>
            }
          />
        }
      >
        <section className="section" aria-label="What happened">
          <ol className="ledger" aria-label="What happened">
            {list.items?.map((line) => (
              <Line key={`${line.at} ${line.change} ${line.connection ?? ''}`} line={line} />
            ))}
          </ol>
        </section>
      </Listing>
    </div>
  );
}

function Line({ line }: { line: PairLine }) {
  return (
    <li>
      <b>{line.actor ? `@${line.actor}` : 'The system'}</b> {changeName(line.change)}
      {line.reason && <span className="ledger-reason">{line.reason}</span>}
      <Text fz="xs" c="dimmed">
        <At at={line.at} seconds />
      </Text>
    </li>
  );
}
