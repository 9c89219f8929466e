import type { Conversation } from '../../api/chat';
import { partner, titleOf } from '../../live/chatViews';

/** To whom one writes, as the empty composer says it. */
export function placeholder(conversation: Conversation, me: string): string {
  const person = partner(conversation, me);
  return `Message ${person ? (person.display_name.split(' ')[0] ?? '') : titleOf(conversation, me)}`;
}
