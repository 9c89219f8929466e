const MARKUP = /[*_~`<>[\]|#&\\]|https?:|www\.|^[ \t]*(?:[-+]|\d+[.)])[ \t]|^(?: {4}| {0,3}\t)/im;

/** Every sign that may open or close something, and every item and line: what a parser's work grows with. */
const MARK = /[*_~`[\]<>!|#&@\\\r\n]|(?:[-+]|[0-9][.)])(?=[ \t])/g;
const MOST_MARKS = 1_000;
const LONGEST = 16_000;

/** A line that begins with more than twelve quotes and lists. */
const TOO_DEEP = /(?<![^\r\n])(?:[ \t]*(?:>|[-+*](?=[ \t])|[0-9]{1,9}[.)](?=[ \t]))){13}/;

/** Whether a text has anything that Markdown would show differently. */
export function hasMarkup(text: string): boolean {
  return MARKUP.test(text);
}

/** Whether a text is shown as it was typed, since parsing it would cost too much; the server's rule as well. */
export function isOverBudget(text: string): boolean {
  return text.length > LONGEST || (text.match(MARK)?.length ?? 0) > MOST_MARKS || TOO_DEEP.test(text);
}
