import { Alert, Button, Center, Loader } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';

interface Props {
  failure: string | null;
  /** Loads it again; what it promises is waited for. */
  retry: () => unknown;
}

/** What stands where something is being loaded, or could not be. */
export function Waiting({ failure, retry }: Props) {
  const [busy, setBusy] = useState(false);
  const again = () => {
    setBusy(true);
    void Promise.resolve(retry()).finally(() => setBusy(false));
  };
  if (!failure) {
    return (
      <Center p="xl" role="status" aria-label="Loading">
        <Loader size="sm" />
      </Center>
    );
  }
  return (
    <Alert icon={<IconAlertTriangle />} color="red" role="alert" m="sm" title="This could not be loaded">
      {failure}
      <br />
      <Button mt="sm" size="xs" variant="default" loading={busy} onClick={again}>
        Try again
      </Button>
    </Alert>
  );
}
