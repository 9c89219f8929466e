const MARKUP = /[*_~`<>[\]|#&\\]|https?:|www\.|^[ \t]*(?:[-+]|\d+[.)])[ \t]|^(?: {4}| {0,3}\t)/im;

/** Every sign that may open or close something, and every line: what a parser's work grows with. */
const MARK = /[*_~`[\]<>!|#&@\\\n]/g;
const MOST_MARKS = 1_000;
const LONGEST = 16_000;

/** What a line begins with of quotes and lists. */
const LEAD = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/gm;
const CONTAINER = /[>*+.)-]/g;
const DEEPEST = 12;

/** Whether a text has anything that Markdown would show differently. */
export function hasMarkup(text: string): boolean {
  return MARKUP.test(text);
}

/** Whether a text has so many marks, nests so deep or is so long that it is shown as it was typed. */
export function isOverBudget(text: string): boolean {
  return text.length > LONGEST || count(text, MARK) > MOST_MARKS || deepest(text) > DEEPEST;
}

const count = (text: string, what: RegExp) => text.match(what)?.length ?? 0;

const deepest = (text: string) =>
  (text.match(LEAD) ?? []).reduce((most, lead) => Math.max(most, count(lead, CONTAINER)), 0);
