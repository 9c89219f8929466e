import type { Attachment } from '../../api/chat';

/** Whether it can be looked at here; a picture without a size has no small one to show. */
export const isPicture = (attachment: Attachment) =>
  attachment.media_type.startsWith('image/') && attachment.width !== null;

/** The largest file that may be attached, in bytes; null where this server takes none. */
export function attachmentLimit(limits: Record<string, number>): number | null {
  const name = Object.keys(limits).find((key) => /^attachment.*(bytes|size)$/.test(key));
  return name ? (limits[name] ?? null) : null;
}
