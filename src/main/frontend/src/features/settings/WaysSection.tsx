import { Button, Group, Text } from '@mantine/core';
import { IconKey, IconPassword } from '@tabler/icons-react';
import { useState } from 'react';
import type { Identity, Page, Provider } from '../../api/types';
import { useConfig } from '../../app/config';
import { paths } from '../../config/paths';
import { useParley } from '../../live/context';
import { Ago } from '../../parts/Ago';
import { tellDone, tellFailure, useAct } from '../../parts/useAct';
import { useLoad } from '../../parts/useLoad';
import { Waiting } from '../../parts/Waiting';
import { FormFault } from '../account/Fields';
import { Section } from './Section';

/** By what I sign in: my password, and providers that I add and take away. */
export function WaysSection() {
  const { user } = useParley();
  const { sign_in: ways } = useConfig();
  const identities = useLoad<Page<Identity>>('me/identities/');
  const act = useAct();
  const [fault, setFault] = useState<string | null>(null);
  const [leaving, setLeaving] = useState<string | null>(null);
  const linked = identities.data?.items ?? [];
  if (ways.sso.length === 0 && linked.length === 0) return null;

  const add = async (provider: Provider) => {
    setLeaving(provider.id);
    setFault(null);
    try {
      const { begin } = await import('../sso/flow');
      await begin(provider, 'link', paths.settings);
    } catch (problem) {
      const { faultOf } = await import('../sso/fault');
      setFault(faultOf(problem, provider.label));
      setLeaving(null);
    }
  };
  const remove = async ({ id, label }: Identity) => {
    if (await act.call('DELETE', `me/identities/${id}/`)) tellDone(`${label} signs you in no more.`);
    await identities.reload().catch(tellFailure);
  };

  return (
    <Section title="Ways to sign in" lead="Taking one away ends the sessions that were begun by it.">
      {!identities.data && <Waiting failure={identities.failure} retry={identities.reload} />}
      <ul className="plain" aria-label="Ways to sign in" data-steady>
        {user.has_password && (
          <li className="row" style={{ paddingInline: 0 }}>
            <IconPassword size={22} aria-hidden />
            <div className="row-text">
              <Text fw={600} fz="sm">
                Password
              </Text>
              <Text fz="xs" c="dimmed">
                {user.username}
              </Text>
            </div>
          </li>
        )}
        {linked.map((identity) => (
          <li key={identity.id} className="row" style={{ paddingInline: 0 }}>
            <IconKey size={22} aria-hidden />
            <div className="row-text">
              <Text fw={600} fz="sm">
                {identity.label}
              </Text>
              <Text fz="xs" c="dimmed">
                {identity.name} ·{' '}
                {identity.last_used_at ? <Ago at={identity.last_used_at} /> : 'not used yet'}
              </Text>
            </div>
            <Button
              size="xs"
              variant="default"
              disabled={act.busy}
              aria-label={`Take ${identity.label} away`}
              onClick={() => void remove(identity)}
            >
              Take away
            </Button>
          </li>
        ))}
      </ul>
      <FormFault message={fault} />
      <Group mt="sm">
        {ways.sso.map((provider) => (
          <Button
            key={provider.id}
            variant="default"
            leftSection={<IconKey size={17} aria-hidden />}
            loading={leaving === provider.id}
            onClick={() => void add(provider)}
          >
            Add {provider.label}
          </Button>
        ))}
      </Group>
    </Section>
  );
}
