import { Button, Divider, Stack } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'react-router';
import type { Provider } from '../../api/types';
import { useConfig } from '../../app/config';
import { cameFor } from '../../config/paths';
import { FormFault } from '../account/Fields';

/** A button for each provider of single sign-on, where somebody comes in. */
export function SsoButtons() {
  const { sign_in: ways } = useConfig();
  const location = useLocation();
  const [leaving, setLeaving] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  if (ways.sso.length === 0) return null;
  const leave = async (provider: Provider) => {
    setLeaving(provider.id);
    setFault(null);
    try {
      const { begin } = await import('./flow');
      await begin(provider, 'sign-in', cameFor(location).from ?? '/');
    } catch (problem) {
      const { faultOf } = await import('./fault');
      setFault(faultOf(problem, provider.label));
      setLeaving(null);
    }
  };
  return (
    <Stack mt="lg">
      <Divider label="or" />
      <FormFault message={fault} />
      {ways.sso.map((provider) => (
        <Button
          key={provider.id}
          variant="default"
          leftSection={<IconKey size={18} aria-hidden />}
          fullWidth
          loading={leaving === provider.id}
          disabled={leaving !== null && leaving !== provider.id}
          onClick={() => void leave(provider)}
        >
          Continue with {provider.label}
        </Button>
      ))}
    </Stack>
  );
}
