import { Button, Text } from '@mantine/core';
import { IconDeviceDesktop } from '@tabler/icons-react';
import type { AdminSignIn, AdminUser } from '../../../api/admin';
import { Ago } from '../../../parts/Ago';
import { usePages } from '../../../parts/useLoad';
import { deviceName } from '../../settings/device';
import { Section } from '../../settings/Section';
import type { Act } from '../act';
import { Listing } from '../Listing';
import { endSignIn } from './userActs';

/** Where somebody is signed in; each sign-in can be ended. */
export function UserSignIns({ user, onAct }: { user: AdminUser; onAct: (act: Act) => void }) {
  const list = usePages<AdminSignIn>(`admin/users/${encodeURIComponent(user.username)}/sessions/`);
  return (
    <Section title="Sign-ins" lead="Where they are signed in now.">
      <Listing
        list={list}
        empty={
          <Text c="dimmed" fz="sm">
            Nowhere.
          </Text>
        }
      >
        <ul className="plain" aria-label="Sign-ins" data-steady>
          {list.items?.map((signIn) => (
            <SignInRow key={signIn.id} signIn={signIn} onEnd={() => onAct(endSignIn(user, signIn))} />
          ))}
        </ul>
      </Listing>
    </Section>
  );
}

function SignInRow({ signIn, onEnd }: { signIn: AdminSignIn; onEnd: () => void }) {
  const live = signIn.live_sessions;
  return (
    <li className="row" style={{ paddingInline: 0 }}>
      <IconDeviceDesktop size={22} aria-hidden />
      <div className="row-text">
        <Text fw={600} fz="sm" title={signIn.device}>
          {deviceName(signIn.device)}
        </Text>
        <Text fz="xs" c="dimmed">
          {signIn.address} · <Ago at={signIn.last_used_at} />
          {live > 0 && ` · ${live} live ${live === 1 ? 'session' : 'sessions'}`}
        </Text>
      </div>
      <Button
        size="xs"
        variant="default"
        aria-label={`End the sign-in on ${deviceName(signIn.device)}`}
        onClick={onEnd}
      >
        End
      </Button>
    </li>
  );
}
