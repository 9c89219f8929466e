export interface Part {
  text: string;
  mention: boolean;
}

interface Range {
  from: number;
  to: number;
}

/** An address up to the next blank, or a sign with the beginning of a name. */
const ADDRESS_OR_NAME =
  /(?::\/\/|(?<![A-Za-z0-9])[Ww]{3}\.)[^\t-\r\p{Z}]*|(?<![\p{Lu}\p{Ll}\p{N}_@.+-])@([A-Za-z0-9][A-Za-z0-9._-]*)/gu;
const WORD_GOES_ON = /^[\p{Lu}\p{Ll}\p{N}\p{M}]/u;
const SHORTEST_NAME = 3;
const LONGEST_NAME = 32;

/** Where words mention people whom the server has found in a message, by the server's own rules. */
export function mentionRanges(words: string, mentions: string[]): Range[] {
  const known = new Set(mentions);
  return [...words.matchAll(ADDRESS_OR_NAME)].flatMap((found) => {
    const from = found.index + 1;
    const end = found[1] ? endOfName(words, from, from + found[1].length, known) : null;
    return end === null ? [] : [{ from: found.index, to: end }];
  });
}

/** The end of the longest name that is known, or null. */
function endOfName(words: string, from: number, to: number, known: Set<string>): number | null {
  for (let end = Math.min(to, from + LONGEST_NAME); end >= from + SHORTEST_NAME; end--) {
    const name = words.slice(from, end);
    if (known.has(name.toLowerCase()) && !WORD_GOES_ON.test(words.slice(end, end + 2))) return end;
  }
  return null;
}

/** The piece of some words from a place on, cut at mentions. */
export function cutAt(ranges: Range[], text: string, place = 0): Part[] {
  const parts: Part[] = [];
  const add = (from: number, to: number, mention: boolean) => {
    const part = text.slice(Math.max(0, from - place), Math.max(0, to - place));
    if (part) parts.push({ text: part, mention });
  };
  let done = place;
  for (const { from, to } of ranges) {
    add(done, from, false);
    add(Math.max(done, from), to, true);
    done = Math.max(done, to);
  }
  add(done, place + text.length, false);
  return parts;
}

/** A text without markup cut at its mentions. */
export const mentionParts = (text: string, mentions: string[]): Part[] =>
  cutAt(mentionRanges(text, mentions), text);

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
