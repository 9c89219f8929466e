import type { ReactNode } from 'react';

export type Tone = 'good' | 'waiting' | 'bad' | 'plain' | 'accent';

/** A state in a word or two, told by its word and not by its colour alone. */
export function State({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className="state" data-tone={tone}>
      {children}
    </span>
  );
}
