import type { Attachment } from '../api/chat';
import { Problem } from '../api/client';
import { messageOf } from '../parts/useAct';
import { isComing, type Coming, type Outgoing } from './outboxState';
import { passes } from './passing';
import type { Sender } from './sender';
import type { Uploads } from './uploads';

/**
 * The attachments of a message once all of them are at the server. Only the tab that it was written in has its
 * files: any other one waits until they have arrived there, or until that tab is closed.
 */
export async function collected(outgoing: Outgoing, sender: Sender, uploads: Uploads): Promise<Attachment[]> {
  const { client_id, attachments } = outgoing;
  if (!attachments.some(isComing)) return attachments as Attachment[];
  return navigator.locks.request(`parley-files:${client_id}`, async () => {
    const ready: Attachment[] = [];
    for (const each of (sender.latest(client_id) ?? outgoing).attachments) {
      ready.push(isComing(each) ? await arrival(client_id, each, sender, uploads) : each);
    }
    // Another tab may have discarded it meanwhile.
    if (!sender.latest(client_id)) throw new Problem(0, { code: 'discarded' });
    return ready;
  });
}

async function arrival(clientId: string, { coming, name }: Coming, sender: Sender, uploads: Uploads) {
  try {
    const attachment = await uploads.arrival(coming);
    sender.arrived(clientId, coming, attachment);
    uploads.letGo(coming);
    return attachment;
  } catch (problem) {
    if (!(problem instanceof Problem) || passes(problem)) throw problem;
    throw new Problem(problem.status, {
      code: 'not_attached',
      detail: `${name} could not be attached: ${messageOf(problem)}`,
    });
  }
}
