import { Problem } from '../api/client';

const NOT_COPIED = 'Your browser does not let this page copy. Select the text and copy it yourself.';

/** Copies a text; a browser may refuse that, and gives no page a clipboard that came without TLS. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    throw new Problem(0, { detail: NOT_COPIED });
  }
}
