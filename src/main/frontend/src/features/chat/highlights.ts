interface Part {
  text: string;
  marked: boolean;
}

const BEFORE = 40;
const LONGEST = 180;

/** A text cut to what surrounds the first found word, and at the words themselves; case does not matter. */
export function highlightParts(text: string, words: string[]): Part[] {
  const wanted = words.filter(Boolean).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (wanted.length === 0) return [{ text: text.slice(0, LONGEST), marked: false }];
  const pattern = new RegExp(`(${wanted.join('|')})`, 'giu');
  const first = text.search(pattern);
  const from = first > BEFORE ? first - BEFORE : 0;
  const piece = (from > 0 ? '…' : '') + text.slice(from, from + LONGEST);
  return piece
    .split(pattern)
    .map((part, index) => ({ text: part, marked: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}
