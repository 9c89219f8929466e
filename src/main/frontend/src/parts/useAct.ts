import { useCallback, useState } from 'react';
import { call, Problem } from '../api/client';
import { toast } from './toasts';

/** What to tell a person of a failure. */
export function messageOf(problem: unknown): string {
  if (!(problem instanceof Problem)) return 'Something went wrong. Try again.';
  const said = problem.errors.length > 0 ? problem.errors.map((each) => each.message) : [problem.message];
  const when = problem.retryAt
    ? `You can ask again on ${day(problem.retryAt)}.`
    : problem.retryAfter
      ? `Try again in ${span(problem.retryAfter)}.`
      : '';
  return [...said, when].filter(Boolean).join(' ');
}

function day(at: string): string {
  return new Date(at).toLocaleString([], { dateStyle: 'long', timeStyle: 'short' });
}

function span(seconds: number): string {
  const [count, unit] =
    seconds < 90
      ? [seconds, 'second']
      : seconds < 5400
        ? [Math.round(seconds / 60), 'minute']
        : [Math.round(seconds / 3600), 'hour'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

export function tellFailure(problem: unknown) {
  toast({
    color: 'red.9',
    role: 'alert',
    title: 'That did not work',
    message: messageOf(problem),
  });
}

export function tellDone(message: string) {
  toast({ message, role: 'status' });
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
