import { AuthorizationResponseError, OperationProcessingError, ResponseBodyError } from 'oauth4webapi';
import { Problem } from '../../api/client';
import { messageOf } from '../../parts/useAct';

const BUSY = new Set(['server_error', 'temporarily_unavailable']);

/** What to tell a person whose sign-in at a provider did not come to its end. */
export function faultOf(problem: unknown, label: string): string {
  if (problem instanceof Problem) return messageOf(problem);
  if (problem instanceof AuthorizationResponseError) {
    if (problem.error === 'access_denied')
      return `You cancelled the sign-in with ${label}, or may not use it.`;
    if (BUSY.has(problem.error)) return `${label} cannot sign anybody in right now. Try again in a moment.`;
    return `${label} refused the sign-in. Tell an administrator: ${problem.error}.`;
  }
  if (problem instanceof ResponseBodyError) {
    return `${label} took the sign-in back. It may have waited too long; start it again.`;
  }
  if (problem instanceof OperationProcessingError) {
    return `The answer of ${label} does not belong to a sign-in that was begun here. Start it again.`;
  }
  if (!globalThis.isSecureContext) {
    return 'Signing in with a provider works on a secure page only. Open this address with https.';
  }
  return `${label} does not answer. Try again in a moment or sign in another way.`;
}
