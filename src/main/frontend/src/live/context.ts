import { createContext, useContext, useSyncExternalStore } from 'react';
import type { LiveClient } from './client';
import type { ParleyState } from './state';

export const LiveContext = createContext<LiveClient | null>(null);

export function useLive(): LiveClient {
  const live = useContext(LiveContext);
  if (!live) throw new Error('used outside of the signed-in part');
  return live;
}

export function useLiveView() {
  const live = useLive();
  return useSyncExternalStore(live.subscribe, live.current);
}

/** The state; only used where it has been loaded. */
export function useParley(): ParleyState {
  const { state } = useLiveView();
  if (!state) throw new Error('used before the state was loaded');
  return state;
}
