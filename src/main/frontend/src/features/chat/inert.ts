const OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/g;

/** A text whose writing direction cannot be turned around from within. */
export function inert(text: string): string {
  return text.replace(OVERRIDES, '');
}

const WEB = /^(?:https?:|mailto:)/i;

/** The address of a link, if it leads somewhere harmless. */
export function safeAddress(address: string): string {
  return WEB.test(address.trim()) ? address.trim() : '';
}
