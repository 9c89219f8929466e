import type { Attachment, Message } from '../api/chat';

/** A file of a message that is written, itself on its way to the server: the key of its upload. */
export interface Coming {
  coming: string;
  name: string;
}

/** A message that is written and not yet known to be kept by the server. */
export interface Outgoing {
  client_id: string;
  conversation: string;
  body: string;
  reply_to: string | null;
  attachments: (Attachment | Coming)[];
  written_at: string;
  /** Why the server refused it; it waits for the person then. */
  refusal: { code: string; message: string } | null;
}

export type Outbox = Outgoing[];

/** The outbox with one more at its end; one that is there already stays as it is. */
export function queued(outbox: Outbox, outgoing: Outgoing): Outbox {
  return outbox.some((each) => each.client_id === outgoing.client_id) ? outbox : [...outbox, outgoing];
}

export function without(outbox: Outbox, clientId: string): Outbox {
  const rest = outbox.filter((each) => each.client_id !== clientId);
  return rest.length === outbox.length ? outbox : rest;
}

export function refused(outbox: Outbox, clientId: string, refusal: Outgoing['refusal']): Outbox {
  return outbox.map((each) => (each.client_id === clientId ? { ...each, refusal } : each));
}

/** A refused one goes to the end again: what was written after it has gone ahead. */
export function retried(outbox: Outbox, clientId: string): Outbox {
  const outgoing = outbox.find((each) => each.client_id === clientId);
  return outgoing ? [...without(outbox, clientId), { ...outgoing, refusal: null }] : outbox;
}

/** A file of a message has arrived at the server. */
export function arrived(outbox: Outbox, clientId: string, key: string, attachment: Attachment): Outbox {
  return withAttachments(outbox, clientId, (each) =>
    isComing(each) && each.coming === key ? [attachment] : [each],
  );
}

/** A message is to go without the files that have not arrived. */
export function withoutComing(outbox: Outbox, clientId: string): Outbox {
  return withAttachments(outbox, clientId, (each) => (isComing(each) ? [] : [each]));
}

function withAttachments(
  outbox: Outbox,
  clientId: string,
  change: (each: Attachment | Coming) => (Attachment | Coming)[],
): Outbox {
  return outbox.map((each) =>
    each.client_id === clientId ? { ...each, attachments: each.attachments.flatMap(change) } : each,
  );
}

export const isComing = (each: Attachment | Coming): each is Coming => 'coming' in each;

/** The outbox without what is known to be kept: my messages that have come back. */
export function settled(outbox: Outbox, me: string, message: Message): Outbox {
  return message.sender === me ? without(outbox, message.client_id) : outbox;
}

/** What to send next: of each conversation that has nothing on its way, the first that was not refused. */
export function due(outbox: Outbox, onTheirWay: ReadonlySet<string>): Outgoing[] {
  const taken = new Set(onTheirWay);
  return outbox.filter((each) => {
    if (each.refusal || taken.has(each.conversation)) return false;
    taken.add(each.conversation);
    return true;
  });
}

export const outgoingIn = (outbox: Outbox, conversation: string) =>
  outbox.filter((each) => each.conversation === conversation);
