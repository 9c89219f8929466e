import type { Conversation, Message } from '../../api/chat';
import { nameOf } from '../../live/chatViews';
import { inert } from './inert';
import { isPicture } from './attached';

/** A message in one line, without its markup. */
export function lineOf(message: Message): string {
  if (message.deleted_at) return 'Message deleted';
  if (message.body) return plain(message.body);
  const attached = message.attachments ?? [];
  const pictures = attached.every((each) => isPicture(each));
  if (attached.length === 0) return '';
  if (pictures) return attached.length > 1 ? `Sent ${attached.length} photos` : 'Sent a photo';
  return attached.length > 1 ? `Sent ${attached.length} files` : `Sent ${attached[0]?.name ?? 'a file'}`;
}

/** A text of at most so many characters, which end with an ellipsis when there were more. */
export function cut(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}

/** What comes after so many characters is not seen, whatever markup goes. */
const LOOKED_AT = 1_000;

function plain(body: string): string {
  return inert(body.slice(0, LOOKED_AT))
    .replace(/^\s*(?:>|#{1,6}\s|[-*+]\s|```\w*)\s*/gm, '')
    .replace(/\*\*|__|~~|`/g, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What the list shows of a conversation's newest message. */
export function previewOf(conversation: Conversation, me: string): string {
  const last = conversation.last_message;
  if (!last) return 'No messages yet';
  if (last.sender === me) return `You: ${lineOf(last)}`;
  if (conversation.kind === 'direct') return lineOf(last);
  const name = last.sender ? nameOf(conversation, last.sender).split(' ')[0] : 'Deleted user';
  return `${name ?? ''}: ${lineOf(last)}`;
}
