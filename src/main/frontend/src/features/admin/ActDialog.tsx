import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { call } from '../../api/client';
import { messageOf, tellDone } from '../../parts/useAct';
import { bodyOf, isOvertaken, type Act } from './act';

const LONGEST_REASON = 500;

interface Props<T> {
  act: Act | null;
  /** Further fields, whose values the act's body carries. */
  children?: ReactNode;
  onClose: () => void;
  onDone: (answer: T) => void;
  /** Shows what stands now, when the act was overtaken. */
  onStale?: () => void;
}

/** The one dialog of every act: what will happen, why it is done, and what the server says to it. */
export function ActDialog<T = unknown>({ act, onClose, ...rest }: Props<T>) {
  return (
    <Modal opened={act !== null} onClose={onClose} title={act?.title}>
      {act && <ActForm act={act} onClose={onClose} {...rest} />}
    </Modal>
  );
}

function ActForm<T>({ act, children, onClose, onDone, onStale }: Props<T> & { act: Act }) {
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setBusy(true);
    setRefusal(null);
    try {
      const answer = await call<T>(act.method, act.path, bodyOf(act, reason));
      tellDone(act.done);
      onDone(answer);
    } catch (problem) {
      setRefusal(problem);
    } finally {
      setBusy(false);
    }
  };
  const refresh = () => {
    onStale?.();
    onClose();
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
        <Text fz="sm">{act.says}</Text>
        {children}
        <Textarea
          label={act.reasonOptional ? 'Reason (optional)' : 'Reason'}
          description="Kept in the audit log with your name."
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={LONGEST_REASON}
          autosize
          minRows={2}
          maxRows={6}
          required={!act.reasonOptional}
          withAsterisk={false}
          data-autofocus={children ? undefined : true}
        />
        {refusal !== null && (
          <Refusal problem={refusal} onRefresh={onStale && isOvertaken(refusal) ? refresh : null} />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" color={act.danger ? 'red.9' : undefined} loading={busy}>
            {act.button}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Refusal({ problem, onRefresh }: { problem: unknown; onRefresh: (() => void) | null }) {
  return (
    <Alert role="alert" color="red" icon={<IconAlertTriangle />} p="sm">
      {messageOf(problem)}
      {onRefresh && (
        <Button mt="sm" size="xs" variant="default" display="block" onClick={onRefresh}>
          Show what stands now
        </Button>
      )}
    </Alert>
  );
}
