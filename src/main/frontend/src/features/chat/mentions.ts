export interface Part {
  text: string;
  mention: boolean;
}

const NAME = /(?<![\w@.-])@[a-z0-9][a-z0-9._-]{1,30}[a-z0-9](?![a-z0-9_-])/gi;

/** A text cut at the mentions of people that the server has found in it. */
export function mentionParts(text: string, mentions: string[]): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const found of text.matchAll(NAME)) {
    if (!mentions.includes(found[0].slice(1).toLowerCase())) continue;
    if (found.index > end) parts.push({ text: text.slice(end, found.index), mention: false });
    parts.push({ text: found[0], mention: true });
    end = found.index + found[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), mention: false });
  return parts;
}

export interface Completion {
  /** Where the name begins, after the @. */
  from: number;
  begun: string;
}

/** The mention that is being typed just before the caret, if there is one. */
export function begunMention(text: string, caret: number): Completion | null {
  const found = /(?:^|[\s(])@([a-z0-9._-]*)$/i.exec(text.slice(0, caret));
  return found ? { from: caret - (found[1]?.length ?? 0), begun: (found[1] ?? '').toLowerCase() } : null;
}

/** The text with a name in place of what was begun, and where the caret stands then. */
export function completed(text: string, { from, begun }: Completion, username: string) {
  const rest = text.slice(from + begun.length);
  const space = rest.startsWith(' ') ? '' : ' ';
  const head = text.slice(0, from) + username + space;
  return { text: head + rest, caret: head.length };
}
