import { Problem } from '../../api/client';

/** Something an administrator is about to do: what it is, what will happen, and the call that does it. */
export interface Act {
  title: string;
  /** What will happen, before it does. */
  says: string;
  /** The word on the button that does it. */
  button: string;
  /** What is told when it is done. */
  done: string;
  method: 'POST' | 'PUT' | 'DELETE';
  path: string;
  body?: Record<string, unknown>;
  danger?: boolean;
  /** Whether it may be done without saying why. */
  reasonOptional?: boolean;
}

/** Refusals that are no matter of what changed meanwhile. */
const STANDING = ['last_admin', 'blocked', 'not_both_enabled', 'username_taken'];

/** Whether a refusal means that what is shown here is not what stands on the server any more. */
export function isOvertaken(problem: unknown): boolean {
  if (!(problem instanceof Problem) || STANDING.includes(problem.code)) return false;
  return problem.status === 404 || problem.current !== undefined;
}

/** What an act sends: its own members and why. */
export function bodyOf(act: Act, reason: string): Record<string, unknown> {
  const said = reason.trim();
  return said || !act.reasonOptional ? { ...act.body, reason: said } : { ...act.body };
}
