import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState, type SyntheticEvent } from 'react';
import { useNavigate } from 'react-router';
import type { ImportJob } from '../../../api/admin';
import { call } from '../../../api/client';
import { paths } from '../../../config/paths';
import { saveFile } from '../../../parts/saveFile';
import { messageOf } from '../../../parts/useAct';
import { FormFault } from '../../account/Fields';
import { Section } from '../../settings/Section';
import { Head } from '../Head';
import { COLUMNS, firstLook, TEMPLATE, textOf, type FirstLook } from './csv';
import { DropZone } from './DropZone';

interface Chosen {
  file: File;
  look: FirstLook;
}

const template = () => saveFile(new Blob([TEMPLATE], { type: 'text/csv' }), 'parley-users.csv');

/** Makes many accounts from a file. */
export default function ImportPage() {
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const choose = async (file: File) => setChosen({ file, look: firstLook(textOf(await file.arrayBuffer())) });
  const start = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (!chosen) return;
    const form = new FormData();
    form.append('reason', reason.trim());
    form.append('file', chosen.file, chosen.file.name);
    setBusy(true);
    setFailure(null);
    try {
      const job = await call<ImportJob>('POST', 'admin/users/import/', form);
      void navigate(paths.adminImport(job.id));
    } catch (problem) {
      setFailure(messageOf(problem));
      setBusy(false);
    }
  };
  const fault = chosen?.look.fault ?? failure;
  return (
    <div className="admin-page">
      <Head
        title="Import users"
        lead="Many accounts from one file. A line that is wrong is told; the others go on."
        back={{ to: paths.adminPart('users'), label: 'Back to the users' }}
        actions={
          <Button variant="default" leftSection={<IconDownload size={17} />} onClick={template}>
            Template
          </Button>
        }
      />
      <Section title="The file" lead={`CSV with a header. Columns, in any order: ${COLUMNS.join(', ')}.`}>
        <Text fz="sm" mb="md">
          From a spreadsheet, save it as “CSV UTF-8”; commas, semicolons and tabs are understood. Only the
          username is needed. An account without a password gets a one-time link to choose one, which you can
          take along as a file when the import is done.
        </Text>
        <form onSubmit={(event) => void start(event)}>
          <Stack>
            <DropZone
              chosen={chosen && { name: chosen.file.name, note: sizeOf(chosen) }}
              onFile={(file) => void choose(file)}
            />
            <Textarea
              label="Reason"
              description="Kept in the audit log with your name."
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              maxLength={500}
              autosize
              minRows={2}
              required
              withAsterisk={false}
            />
            <FormFault message={fault} />
            <Group justify="flex-end">
              <Button type="submit" loading={busy} disabled={!chosen || chosen.look.fault !== null}>
                {chosen && !chosen.look.fault ? `Import ${people(chosen.look.lines)}` : 'Import'}
              </Button>
            </Group>
          </Stack>
        </form>
      </Section>
    </div>
  );
}

function people(count: number): string {
  return count === 1 ? 'one person' : `${count.toLocaleString()} people`;
}

function sizeOf({ look }: Chosen): string {
  return look.fault
    ? 'This file cannot be taken.'
    : `${people(look.lines)}; columns: ${look.columns.join(', ')}`;
}
