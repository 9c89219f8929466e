/**
 * A text as it is compared with what somebody looks for: the same letters in any spelling are the same. The server
 * folds likewise.
 */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toUpperCase()
    .toLowerCase()
    .replace(/i\u0307+/g, 'i')
    .replaceAll('ς', 'σ')
    .normalize('NFKC')
    .replace(/[\s\u0085\u2800]+/g, ' ')
    .trim();
}

/** Whether one of somebody's names contains what is wanted. */
export const isCalled = (person: { username: string; display_name: string }, wanted: string) =>
  person.username.includes(folded(wanted)) || folded(person.display_name).includes(folded(wanted));
