import type { Settings } from '../../api/types';
import { useLive, useParley } from '../../live/context';
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
    live.apply((state) => ({ ...state, settings: done ? done.answer : before }));
  };
  return { settings, change: (part: Partial<Settings>) => void change(part), busy: act.busy };
}
