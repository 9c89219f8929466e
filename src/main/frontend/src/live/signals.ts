import type { Presence } from '../api/chat';
import type { Person } from '../api/types';

/** What is live and not kept: who is here, and who is typing where until when (milliseconds since the epoch). */
export interface Signals {
  presence: Record<string, Presence>;
  typing: Record<string, Record<string, number>>;
}

export interface SignalFrame {
  signal: string;
  data: unknown;
}

export const noSignals: Signals = { presence: {}, typing: {} };

/** A typing signal holds this long; a typing person's client repeats it more often. */
export const TYPING_MS = 6_000;

export function applySignal(signals: Signals, { signal, data }: SignalFrame, now: number): Signals {
  if (signal === 'typing') {
    const { conversation, username } = data as { conversation: string; username: string };
    const there = { ...signals.typing[conversation], [username]: now + TYPING_MS };
    return { ...signals, typing: { ...signals.typing, [conversation]: there } };
  }
  if (signal === 'presence') {
    const { username, state, last_seen } = data as Presence & { username: string };
    return { ...signals, presence: { ...signals.presence, [username]: { state, last_seen } } };
  }
  return signals;
}

/** The signals without what has run out. */
export function expired(signals: Signals, now: number): Signals {
  const all = Object.entries(signals.typing);
  if (all.every(([, people]) => Object.values(people).every((until) => until > now))) return signals;
  const typing = all.map(
    ([id, people]) =>
      [id, Object.fromEntries(Object.entries(people).filter(([, until]) => until > now))] as const,
  );
  return {
    ...signals,
    typing: Object.fromEntries(typing.filter(([, people]) => Object.keys(people).length > 0)),
  };
}

/** Somebody's message has arrived, so they are not typing it any more. */
export function stoppedTyping(signals: Signals, conversation: string, username: string): Signals {
  const people = signals.typing[conversation];
  if (!people || !(username in people)) return signals;
  const rest = Object.fromEntries(Object.entries(people).filter(([name]) => name !== username));
  return { ...signals, typing: { ...signals.typing, [conversation]: rest } };
}

export function typingIn(signals: Signals, conversation: string): string[] {
  return Object.keys(signals.typing[conversation] ?? {});
}

/** Whether somebody is here; only known of mutual connections, and only when they show it. */
export function presenceOf(signals: Signals, person: Person | undefined): Presence | null {
  if (!person || person.switched_off || person.connection !== 'connected') return null;
  return signals.presence[person.username] ?? person.presence ?? null;
}
