import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { AdminUser, AuditEntry } from '../../../api/admin';
import type { Page } from '../../../api/types';
import { paths } from '../../../config/paths';
import { useLoad } from '../../../parts/useLoad';
import { Waiting } from '../../../parts/Waiting';
import { Section } from '../../settings/Section';
import { At } from '../At';
import { nameOf } from '../audit/acts';
import { withQuery } from '../query';

/** What was done with an account lately. */
export function LatestActs({ user }: { user: AdminUser }) {
  const latest = useLoad<Page<AuditEntry>>(withQuery('admin/audit/', { target: user.username, limit: '6' }));
  return (
    <Section title="What happened">
      {!latest.data && <Waiting failure={latest.failure} retry={latest.reload} />}
      {latest.data?.items.length === 0 && (
        <Text c="dimmed" fz="sm">
          Nothing is written down yet.
        </Text>
      )}
      <ol className="ledger" aria-label="What happened">
        {latest.data?.items.map((entry) => (
          <li key={entry.id}>
            <b>{nameOf(entry.act)}</b>
            {entry.outcome === 'refused' && !nameOf(entry.act).endsWith('refused') && ' (refused)'}
            {entry.actor && ` by @${entry.actor}`}
            {entry.reason && `: ${entry.reason}`}
            <Text fz="xs" c="dimmed">
              <At at={entry.at} />
            </Text>
          </li>
        ))}
      </ol>
      <Anchor
        component={Link}
        to={withQuery(paths.adminPart('audit'), { target: user.username })}
        fz="sm"
        underline="always"
      >
        All of it in the audit log
      </Anchor>
    </Section>
  );
}
