import { describe, expect, it } from 'vitest';
import type { ImportLine } from '../../../api/admin';
import { cell, firstLook, linksCsv, TEMPLATE, textOf, troubled } from './csv';

const line = (parts: Partial<ImportLine>): ImportLine => ({
  line: 2,
  username: 'ada',
  outcome: 'created',
  code: null,
  message: null,
  password_reset_url: null,
  ...parts,
});

describe('a first look at a list of users', () => {
  it('counts who is in it, whatever the order of the columns and the ends of lines', () =>
    expect(firstLook('\uFEFFRoles,"username"\r\nadmin,ada\r\n\r\n,ben\r\n')).toEqual({
      columns: ['roles', 'username'],
      lines: 2,
      fault: null,
    }));

  it('takes the template', () => expect(firstLook(TEMPLATE).fault).toBeNull());

  it.each([
    'Username;Display Name;Roles;;\r\nada;Ada;Admin;;\r\n;;;;\r\n',
    'sep=;\r\n"User name";\u00a0display\u00a0name;Role\r\nada;Ada;',
    'username\tdisplay-name\troles\rada\tAda\tadmin\r',
  ])('takes what spreadsheets save: %j', (text) =>
    expect(firstLook(text)).toEqual({
      columns: ['username', 'display_name', 'roles'],
      lines: 1,
      fault: null,
    }),
  );

  it('reads UTF-16 by its byte order mark', () => {
    const bytes = new Uint8Array([0xff, 0xfe, ...[...'username\nåsa'].flatMap((c) => [c.charCodeAt(0), 0])]);
    expect(firstLook(textOf(bytes.buffer)).lines).toBe(1);
    expect(textOf(new TextEncoder().encode('åsa').buffer)).toBe('åsa');
  });

  it.each([
    ['ada,Ada\nben,Ben\n', 'one of them must be “username”'],
    ['username,email\nada,a@example.org\n', 'no column “email”'],
    ['username\n\n', 'nobody in it'],
    ['', 'one of them must be “username”'],
  ])('finds what is wrong with %j', (text, fault) => expect(firstLook(text).fault).toContain(fault));
});

describe('the links of an import', () => {
  it('are those of the accounts that have one', () =>
    expect(linksCsv([line({ password_reset_url: 'http://x/?token=1' }), line({ username: 'ben' })])).toBe(
      'username,link\r\nada,http://x/?token=1\r\n',
    ));

  it.each([
    ['=1+1', "'=1+1"],
    ['-x', "'-x"],
    ['a,"b"', '"a,""b"""'],
    ['plain', 'plain'],
  ])('hold %j as %j, which no spreadsheet runs', (text, safe) => expect(cell(text)).toBe(safe));
});

it('an import tells of trouble: who was there already and who was refused', () =>
  expect(
    troubled([line({}), line({ outcome: 'exists' }), line({ outcome: 'refused' })]).map(
      ({ outcome }) => outcome,
    ),
  ).toEqual(['exists', 'refused']));
