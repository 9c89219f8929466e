import type { ImportLine } from '../../../api/admin';

/** The columns that a list of users may have; only the username is needed. */
export const COLUMNS = ['username', 'display_name', 'password', 'roles'];

const KNOWN = new Map([...COLUMNS.map((name) => [name.replace('_', ''), name] as const), ['role', 'roles']]);

export const TEMPLATE = `${COLUMNS.join(',')}\nada,Ada Okafor,,\nben,Ben Amari,,admin\n`;

export interface FirstLook {
  columns: string[];
  /** How many lines follow the header. */
  lines: number;
  /** Why it cannot be a list of users; null when it may be one. */
  fault: string | null;
}

/** The text of a file in the forms of Unicode that spreadsheets write. */
export function textOf(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes);
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** A look at a file before it is sent, for mistakes that would make all of it useless. */
export function firstLook(text: string): FirstLook {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const named = /^"?sep=(.)"?$/i.exec(lines.find((line) => line.trim()) ?? '')?.[1];
  const [header = '', ...rest] = lines.filter((line) => line.replace(/[\s,;]/g, '')).slice(named ? 1 : 0);
  const columns = namesIn(header, named);
  const unknown = columns.filter((name) => !COLUMNS.includes(name));
  const fault = !columns.includes('username')
    ? 'The first line must name the columns, and one of them must be “username”.'
    : unknown.length > 0
      ? `There is no column “${unknown[0] ?? ''}”. The columns are ${COLUMNS.join(', ')}.`
      : rest.length === 0
        ? 'There is nobody in it: no line follows the header.'
        : null;
  return { columns, lines: rest.length, fault };
}

/** The columns that a header names, in the words of this program where they are known. */
function namesIn(header: string, named: string | undefined): string[] {
  const separators = named ? [named] : [',', ';', '\t'];
  const parts = separators
    .map((separator) => header.split(separator))
    .reduce((most, other) => (other.length > most.length ? other : most));
  return parts
    .map((part) => part.trim().replace(/^"|"$/g, '').trim().toLowerCase())
    .filter((name) => name)
    .map((name) => KNOWN.get(name.replace(/[\s_-]+/g, '')) ?? name);
}

/** A cell that no spreadsheet takes for a formula and no comma tears apart. */
export function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The one-time links of an import, to hand on. */
export function linksCsv(lines: ImportLine[]): string {
  const rows = lines
    .filter((line) => line.password_reset_url)
    .map((line) => `${cell(line.username)},${cell(line.password_reset_url ?? '')}`);
  return ['username,link', ...rows, ''].join('\r\n');
}

/** The lines of an import that were not done, or all. */
export function troubled(lines: ImportLine[]): ImportLine[] {
  return lines.filter(({ outcome }) => outcome !== 'created');
}
