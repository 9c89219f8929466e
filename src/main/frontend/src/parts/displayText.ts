/** Whether there is anything to see in a text; the server refuses what shows nothing. */
export const showsSomething = (text: string) =>
  /[^\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Cc}\p{Cs}\p{Cf}\p{M}\u2800]/u.test(text);

/** Whether a text may be a name or a title: one line that shows something. */
export const isLine = (text: string) =>
  showsSomething(text) && !/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u.test(text.trim());

/** What is wrong with a name or a title that somebody has begun to write, if anything. */
export function lineFault(text: string): string | undefined {
  if (text.trim() === '' || isLine(text)) return undefined;
  return showsSomething(text)
    ? 'This must be one line of text, without marks of direction.'
    : 'This needs at least one character that can be seen.';
}
