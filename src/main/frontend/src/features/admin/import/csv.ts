import type { ImportLine } from '../../../api/admin';

/** The columns that a list of users may have; only the username is needed. */
export const COLUMNS = ['username', 'display_name', 'password', 'roles'];

export const TEMPLATE = `${COLUMNS.join(',')}\nada,Ada Okafor,,\nben,Ben Amari,,admin\n`;

export interface FirstLook {
  columns: string[];
  /** How many lines follow the header. */
  lines: number;
  /** Why it cannot be a list of users; null when it may be one. */
  fault: string | null;
}

/** A look at a file before it is sent, for mistakes that would make all of it useless. */
export function firstLook(text: string): FirstLook {
  const [header = '', ...rest] = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const columns = header.split(',').map((name) => name.trim().replace(/^"|"$/g, '').toLowerCase());
  const lines = rest.filter((line) => line.trim()).length;
  const unknown = columns.filter((name) => !COLUMNS.includes(name));
  const fault = !columns.includes('username')
    ? 'The first line must name the columns, and one of them must be “username”.'
    : unknown.length > 0
      ? `There is no column “${unknown[0] ?? ''}”. The columns are ${COLUMNS.join(', ')}.`
      : lines === 0
        ? 'There is nobody in it: no line follows the header.'
        : null;
  return { columns, lines, fault };
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
