import type { Settings } from '../../api/types';
import { useLive, useParley } from '../../live/context';
import { applySettings } from '../../live/state';
import { useAct } from '../../parts/useAct';

/** The settings, and a change of some of them, which shows at once and goes back when it is refused. */
export function useSettings() {
  const live = useLive();
  const { settings } = useParley();
  const act = useAct();
  const change = async (part: Partial<Settings>) => {
    const before = settings;
    live.apply((state) => ({ ...state, settings: { ...state.settings, ...part } }));
    const done = await act.call<Settings>('PATCH', 'me/settings/', part);
    live.apply((state) =>
      done
        ? applySettings(state, done.answer)
        : { ...state, settings: takenBack(state.settings, before, part) },
    );
  };
  return { settings, change: (part: Partial<Settings>) => void change(part), busy: act.busy };
}

/** The settings without a change that was refused; what the server has told since stays. */
export function takenBack(now: Settings, before: Settings, part: Partial<Settings>): Settings {
  if (now.version !== before.version) return now;
  const refused = Object.keys(part) as (keyof Settings)[];
  return { ...now, ...Object.fromEntries(refused.map((name) => [name, before[name]])) };
}
