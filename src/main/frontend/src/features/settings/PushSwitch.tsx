import { Loader, Switch } from '@mantine/core';
import { useState, useSyncExternalStore } from 'react';
import { useParley } from '../../live/context';
import { useAct } from '../../parts/useAct';
import { useLoad } from '../../parts/useLoad';
import { canPush, isPushedTo, turnOff, turnOn, watchPush } from '../notifications/push';

/** Whether this browser also shows what comes while Parley is closed; not there where that cannot be. */
export function PushSwitch() {
  const { user } = useParley();
  const server = useLoad<{ key: string }>(canPush() ? 'push/key/' : null);
  const on = useSyncExternalStore(watchPush, () => isPushedTo(user.id));
  const [wanted, setWanted] = useState(on);
  const act = useAct();
  if (!server.data) return null;

  const turn = (next: boolean) => {
    if (act.busy) return;
    setWanted(next);
    void act.run(() => (next ? turnOn(user.id) : turnOff(user.id)));
  };
  return (
    <Switch
      label="Also when Parley is closed"
      description="In this browser only. The text travels encrypted to it, through the push service of the browser's maker."
      checked={act.busy ? wanted : on}
      thumbIcon={act.busy ? <Loader size={10} /> : undefined}
      aria-busy={act.busy}
      onChange={(event) => turn(event.currentTarget.checked)}
    />
  );
}
