import { Alert, Button, Center, Loader } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';

interface Props {
  failure: string | null;
  retry: () => void;
}

/** What stands where something is being loaded, or could not be. */
export function Waiting({ failure, retry }: Props) {
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
      <Button mt="sm" size="xs" variant="default" onClick={retry}>
        Try again
      </Button>
    </Alert>
  );
}
