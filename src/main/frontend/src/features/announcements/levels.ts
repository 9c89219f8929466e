import type { Level } from '../../api/admin';

/** How urgent an announcement is, in a word. */
export const LEVELS = {
  info: { name: 'Info', tone: 'accent' },
  warning: { name: 'Warning', tone: 'waiting' },
  critical: { name: 'Critical', tone: 'bad' },
} as const satisfies Record<Level, { name: string; tone: string }>;
