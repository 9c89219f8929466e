const SIGNS = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const SPEAKING = /[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u;
/** Keeps letters of joining scripts apart, so that two initials do not read as a word. */
const APART = '\u200c';

/** The first sign of the first and of the last word; a sign is what a person sees as one, as a flag or a family. */
export function initials(name: string): string {
  const words = name
    .split(/[\s._-]+/)
    .map(firstSign)
    .filter((sign) => sign !== undefined);
  const shown = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return shown.join(APART).toUpperCase();
}

function firstSign(word: string): string | undefined {
  return [...SIGNS.segment(word)].map(({ segment }) => segment).find((sign) => SPEAKING.test(sign));
}
