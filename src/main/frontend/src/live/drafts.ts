import type { Draft } from '../api/chat';
import { call, Problem } from '../api/client';

/** Keeps drafts on the server, those of one conversation one after the other, so that the last one stands. */
export class Drafts {
  private readonly underWay = new Map<string, Promise<void>>();

  save(conversation: string, draft: Draft): Promise<void> {
    const before = this.underWay.get(conversation);
    const saving = before ? before.then(() => put(conversation, draft)) : put(conversation, draft);
    const ended = saving
      .catch(() => undefined)
      .then(() => {
        if (this.underWay.get(conversation) === ended) this.underWay.delete(conversation);
      });
    this.underWay.set(conversation, ended);
    return saving;
  }
}

async function put(conversation: string, draft: Draft) {
  const path = `conversations/${conversation}/draft/`;
  // It may be the last thing that is done before the page is left.
  if (draft.body || draft.reply_to) await call('PUT', path, draft, { keepalive: true });
  else await call('DELETE', path, undefined, { keepalive: true }).catch(unlessGone);
}

function unlessGone(problem: unknown) {
  if (!(problem instanceof Problem) || problem.status !== 404) throw problem;
}
