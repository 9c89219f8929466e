import { inert } from './inert';

/** Where something that was looked for stands in a text, in code points, as the server says. */
export interface Highlight {
  start: number;
  end: number;
}

interface Part {
  text: string;
  marked: boolean;
}

const BEFORE = 16;
const LONGEST = 180;

/** An excerpt of a text that begins just before what was first found in it, cut where the marks are. */
export function excerpt(body: string, found: Highlight[]): Part[] {
  const letters = [...body];
  const from = beginning(letters, found[0]?.start ?? 0);
  const to = Math.min(letters.length, from + LONGEST);
  const parts: Part[] = [];
  const add = (start: number, end: number, marked: boolean) => {
    const text = inert(letters.slice(start, Math.min(end, to)).join(''));
    if (text) parts.push({ text, marked });
  };
  if (from > 0) parts.push({ text: '…', marked: false });
  let at = from;
  for (const { start, end } of found) {
    add(at, start, false);
    add(start, end, true);
    at = end;
  }
  add(at, to, false);
  return parts;
}

/** The beginning of the first whole word that stands near enough before a place. */
function beginning(letters: string[], place: number): number {
  if (place <= BEFORE) return 0;
  const blank = letters.slice(place - BEFORE, place).findIndex((letter) => /\s/.test(letter));
  return blank < 0 ? place : place - BEFORE + blank + 1;
}
