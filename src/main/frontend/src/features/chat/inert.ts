const OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/g;
const MARKUP = /[*_`~<>[\]|#]|https?:|www\.|^\s*(?:[-+]|\d+[.)])\s|^(?: {4}|\t)/m;
const LONGEST_MARKUP = 8_000;
const DEEPEST = 12;

/** A text whose writing direction cannot be turned around from within. */
export function inert(text: string): string {
  return text.replace(OVERRIDES, '');
}

/** Whether a text has anything that Markdown would show differently. */
export function hasMarkup(text: string): boolean {
  return MARKUP.test(text);
}

/** Whether a text nests so deep, or is so long, that it is shown as it was typed. */
export function isTooDeep(text: string): boolean {
  if (text.length > LONGEST_MARKUP * 2) return true;
  return text.split('\n').some((line) => {
    const lead = /^[\s>*+\-\d.)]*/.exec(line)?.[0] ?? '';
    const steps = (lead.match(/>|[*+-](?=\s)|\d[.)](?=\s)| {2}|\t/g) ?? []).length;
    return steps > DEEPEST || runs(line) > DEEPEST;
  });
}

/** The longest run of brackets or emphasis marks, which nest as well. */
function runs(line: string): number {
  const found = line.match(/\[{3,}|(?:!?\[){3,}|[*_]{7,}|~{7,}/g) ?? [];
  return Math.max(0, ...found.map((run) => run.length));
}

const WEB = /^(?:https?:|mailto:)/i;

/** The address of a link, if it leads somewhere harmless. */
export function safeAddress(address: string): string {
  return WEB.test(address.trim()) ? address.trim() : '';
}
