import { notifications } from '@mantine/notifications';
import { useCallback, useState } from 'react';
import { call, Problem } from '../api/client';

/** What to tell a person of a failure. */
export function messageOf(problem: unknown): string {
  return problem instanceof Problem ? problem.message : 'Something went wrong. Try again.';
}

export function tellFailure(problem: unknown) {
  notifications.show({
    color: 'red',
    title: 'That did not work',
    message: messageOf(problem),
    closeButtonProps: { 'aria-label': 'Dismiss' },
  });
}

export function tellDone(message: string) {
  notifications.show({ message, closeButtonProps: { 'aria-label': 'Dismiss' } });
}

/** Runs something that waits, says while it does, and tells when it fails; the answer is undefined then. */
export function useAct() {
  const [busy, setBusy] = useState(false);
  const run = useCallback(async <T>(act: () => Promise<T>): Promise<{ answer: T } | undefined> => {
    setBusy(true);
    try {
      return { answer: await act() };
    } catch (problem) {
      tellFailure(problem);
      return undefined;
    } finally {
      setBusy(false);
    }
  }, []);
  const callAnd = useCallback(
    <T>(method: string, path: string, body?: unknown) => run(() => call<T>(method, path, body)),
    [run],
  );
  return { busy, run, call: callAnd };
}
