import { Problem } from '../api/client';

const PASSING = new Set([0, 401, 408, 429]);

/** Whether a failure is one of the moment: no network, a sign-in to renew, a server that is busy. */
export function passes(problem: unknown): boolean {
  return !(problem instanceof Problem) || PASSING.has(problem.status) || problem.status >= 500;
}
