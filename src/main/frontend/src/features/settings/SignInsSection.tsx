import { Button, Text } from '@mantine/core';
import { IconDeviceDesktop } from '@tabler/icons-react';
import type { SignIn } from '../../api/types';
import { Ago } from '../../parts/Ago';
import { tellDone, useAct } from '../../parts/useAct';
import { usePages } from '../../parts/useLoad';
import { More } from '../../parts/More';
import { Waiting } from '../../parts/Waiting';
import { deviceName } from './device';
import { Section } from './Section';

/** Where I am signed in; each but this one can be ended. */
export function SignInsSection() {
  const signIns = usePages<SignIn>('me/sessions/');
  const act = useAct();
  const end = async ({ id, device }: SignIn) => {
    if (await act.call('DELETE', `me/sessions/${id}/`)) tellDone(`${deviceName(device)} was signed out.`);
    await signIns.reload();
  };
  return (
    <Section title="My sessions" lead="Everywhere you are signed in.">
      {!signIns.items && <Waiting failure={signIns.failure} retry={signIns.reload} />}
      <ul className="plain" aria-label="My sessions" data-steady>
        {signIns.items?.map((signIn) => (
          <li key={signIn.id} className="row" style={{ paddingInline: 0 }}>
            <IconDeviceDesktop size={22} aria-hidden />
            <div className="row-text">
              <Text fw={600} fz="sm" title={signIn.device}>
                {deviceName(signIn.device)}
              </Text>
              <Text fz="xs" c="dimmed">
                {signIn.address} · {signIn.current ? 'this device' : <Ago at={signIn.last_used_at} />}
              </Text>
            </div>
            {!signIn.current && (
              <Button
                size="xs"
                variant="default"
                disabled={act.busy}
                aria-label={`End the session on ${deviceName(signIn.device)}`}
                onClick={() => void end(signIn)}
              >
                End
              </Button>
            )}
          </li>
        ))}
      </ul>
      <More load={signIns.more} />
    </Section>
  );
}
