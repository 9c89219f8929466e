import { createContext, useContext } from 'react';
import type { PublicConfig } from '../api/types';

export const ConfigContext = createContext<PublicConfig | null>(null);

/** What the server says of itself to everybody. */
export function useConfig(): PublicConfig {
  const config = useContext(ConfigContext);
  if (!config) throw new Error('used before the configuration was loaded');
  return config;
}
