import { Button, Progress, Switch, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ImportJob, ImportLine } from '../../../api/admin';
import { paths } from '../../../config/paths';
import { saveFile } from '../../../parts/saveFile';
import { Waiting } from '../../../parts/Waiting';
import { DataList, type Column } from '../DataList';
import { Head } from '../Head';
import { State } from '../State';
import { linksCsv, troubled } from './csv';
import { useImport } from './useImport';

const OUTCOMES = {
  created: { name: 'Made', tone: 'good' },
  exists: { name: 'Was there', tone: 'waiting' },
  refused: { name: 'Refused', tone: 'bad' },
} as const;

const COLUMNS: Column<ImportLine>[] = [
  { title: 'Username', show: ({ username }) => <span className="cell-name">{username || 'none'}</span> },
  { title: 'Line', show: ({ line }) => line.toLocaleString() },
  {
    title: 'Outcome',
    show: ({ outcome }) => <State tone={OUTCOMES[outcome].tone}>{OUTCOMES[outcome].name}</State>,
  },
  { title: 'What the server says', show: ({ message }) => message },
];

/** How far an import is, and what became of each line. */
export default function ImportReportPage() {
  const { job: id = '' } = useParams();
  const { progress, failure, retry } = useImport(id);
  const [onlyTrouble, setOnlyTrouble] = useState(false);
  const lines = progress?.lines ?? [];
  const trouble = troubled(lines);
  const links = lines.filter((line) => line.password_reset_url).length;
  const shown = onlyTrouble ? trouble : lines;
  return (
    <div className="admin-page">
      <Head
        title="Import users"
        lead="What became of each line."
        back={{ to: paths.adminPart('users'), label: 'Back to the users' }}
        actions={
          links > 0 && (
            <Button
              leftSection={<IconDownload size={17} />}
              onClick={() =>
                saveFile(new Blob([linksCsv(lines)], { type: 'text/csv' }), 'parley-password-links.csv')
              }
            >
              {links === 1 ? 'Take the link along' : `Take the ${links} links along`}
            </Button>
          )
        }
      />
      {(!progress || failure) && <Waiting failure={failure} retry={retry} />}
      {progress && (
        <>
          <section className="section" aria-label="Progress">
            <Progress.Root size="lg">
              <Progress.Section
                value={share(progress.job)}
                color={progress.job.state === 'failed' ? 'red.9' : undefined}
                aria-label="Progress"
                aria-valuetext={says(progress.job)}
              />
            </Progress.Root>
            <Text fz="sm" mt="sm" role="status">
              {says(progress.job)}
            </Text>
          </section>
          <div className="admin-h2-line">
            <h2 className="admin-h2">Report</h2>
            <Switch
              label="Only what did not work"
              checked={onlyTrouble}
              disabled={trouble.length === 0}
              onChange={(event) => setOnlyTrouble(event.currentTarget.checked)}
            />
          </div>
          {shown.length > 0 ? (
            <DataList label="Report" columns={COLUMNS} items={shown} keyOf={({ line }) => String(line)} />
          ) : (
            <p className="admin-note">No line is done yet.</p>
          )}
          {progress.job.state !== 'running' && (
            <Button component={Link} to={paths.adminImport()} variant="default" mt="md">
              Import another file
            </Button>
          )}
        </>
      )}
    </div>
  );
}

function share({ done, total }: ImportJob): number {
  return total === 0 ? 100 : Math.round((done / total) * 100);
}

function says({ state, done, failed, total }: ImportJob): string {
  const of = `${done.toLocaleString()} of ${total.toLocaleString()} done`;
  const refused = failed > 0 ? `, ${failed.toLocaleString()} did not work` : '';
  if (state === 'running') return `Working: ${of}${refused}.`;
  if (state === 'failed') return `It stopped before its end: ${of}${refused}. What was done stays.`;
  return `Done: ${of}${refused}.`;
}
