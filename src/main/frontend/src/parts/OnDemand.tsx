import { Suspense, type ReactNode } from 'react';
import { Problem } from '../api/client';
import { Boundary } from './Boundary';
import { tellFailure } from './useAct';

interface Props {
  /** What is asked for; nothing: ''. */
  at: string;
  /** Takes back that it is shown. */
  onFailure?: () => void;
  children: ReactNode;
}

const NOT_LOADED = 'This could not be loaded. Check your connection and try again.';

/** What is loaded only when somebody asks for it; when it cannot be, that is told and the page stays as it is. */
export function OnDemand({ at, onFailure, children }: Props) {
  const giveUp = () => {
    onFailure?.();
    tellFailure(new Problem(0, { detail: NOT_LOADED }));
  };
  return (
    <Boundary at={at} onFailure={giveUp}>
      <Suspense fallback={null}>{children}</Suspense>
    </Boundary>
  );
}
