import type { Attachment } from '../../api/chat';
import type { MessageWindow } from '../../live/messageWindow';

/** Whether it can be looked at here; a picture without a size has no small one to show. */
export const isPicture = (attachment: Attachment) =>
  attachment.media_type.startsWith('image/') && attachment.width !== null;

/** The pictures of what has been loaded of a conversation, oldest first. */
export const picturesOf = (window: MessageWindow): Attachment[] =>
  window.runs
    .flat()
    .filter((message) => !message.deleted_at)
    .flatMap((message) => message.attachments ?? [])
    .filter(isPicture);

/** The largest file that may be attached, in bytes; null where this server takes none. */
export function attachmentLimit(limits: Record<string, number>): number | null {
  const name = Object.keys(limits).find((key) => /^attachment.*(bytes|size)$/.test(key));
  return name ? (limits[name] ?? null) : null;
}
