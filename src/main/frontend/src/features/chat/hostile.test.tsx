import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { markdown, prepareMarkdown } from './markdownLoading';
import { isOverBudget } from './markup';
import { MessageText } from './MessageText';
import { lineOf } from './preview';
import { excerpt } from './highlights';

const LENGTH = 8_000;
const filled = (unit: string, before = '', after = '') => {
  const room = LENGTH - before.length - after.length;
  return before + unit.repeat(Math.floor(room / unit.length)) + after;
};
const lines = (line: (number: number) => string) =>
  Array.from({ length: 200 }, (_, number) => line(number))
    .join('\n')
    .slice(0, LENGTH);

const row = (cells: number, cell: string) => `|${`${cell}|`.repeat(cells)}\n`;
const table = (columns: number, line: string) => filled(line, row(columns, 'a') + row(columns, '-'));

const repeated = [
  ...[
    '**a*',
    '*a**b',
    '~a~~b',
    '[^a]: ',
    '[^a]: x\n',
    '[^a]',
    '*a_',
    '_a ',
    ' a*',
    '*a ',
    'a** ',
    '*',
    '_',
    '***a** b* ',
  ],
  ...[
    '*[',
    '*[a](b)**',
    '~a~',
    'a~~b~',
    '> ',
    '>',
    '>a\n',
    '> - ',
    '> a\n- b\n',
    '- ',
    '-\n',
    '1. ',
    '- - a\n',
    '1. 1. a\n',
    '+ a\r',
    '* *a ',
  ],
  ...[
    '- a\n\n  b\n',
    '- [ ] a\n',
    '[',
    '[[[[',
    '[a](',
    '[a](b',
    '[a](<',
    '[a](b "',
    '[a][',
    '![',
    '![[]()',
    '[[a](b)',
    ']',
  ],
  ...[
    '](',
    '[]',
    '[a]: b\n',
    '`a',
    '`` ` ',
    '\\`',
    '<',
    '<a ',
    '<a b="',
    '<!--',
    '<?',
    '<![CDATA[',
    '<!A ',
    '<a@b.c>',
  ],
  ...[
    '<div>\n\n',
    '|',
    '|\n',
    'a|\n-|\n',
    'http://a.b ',
    'www.a.b ',
    'https://',
    'a@b.c ',
    'a@',
    'a-',
    'a.b',
    'a',
  ],
  ...[
    '&',
    '&amp;',
    '&#x41;',
    '@ben ',
    '@ben,',
    '@',
    '@b.e-n_',
    '\\',
    '\n',
    'a  \n',
    'a\n\n',
    '# a\n',
    '#',
    'a\n=\n',
    '---\n',
  ],
  ...['```\n', '```', '~~~\n', '\ta\n', '\t', ' ', '  \n', '😀*', '漢*字**'],
];
const grown: Record<string, string> = {
  'nested emphasis': '**a '.repeat(1_000) + ' a**'.repeat(1_000),
  'backticks of growing lengths': lines((number) => '`'.repeat(number)),
  'lists in lists': lines((number) => `${' '.repeat(number)}- a`),
  'many definitions': lines((number) => `[${String(number)}]: a`),
  'many references': filled('[a]', '[a]: b\n\n'),
  'brackets in an address': filled('(', 'http://a.b/'),
  'entities in an address': filled('&a;', 'http://a.b/'),
  'an endless domain': filled('b.', 'a@'),
  'an endless name': filled('a-', '', '@b'),
  'a table of many columns': row(1_300, 'a') + row(1_300, '-'),
  'a table of short rows': table(330, '|\n'),
  'a table of full rows': table(60, row(60, 'a')),
};
/** As much of a text as is still shown as Markdown. */
function withinBudget(text: string): string {
  let fits = 0;
  for (let step = LENGTH; step >= 1; step = Math.floor(step / 2)) {
    while (fits + step <= text.length && !isOverBudget(text.slice(0, fits + step))) fits += step;
  }
  return text.slice(0, fits);
}

const messages: [string, string][] = [
  ...repeated.map((unit): [string, string] => [JSON.stringify(unit), filled(unit)]),
  ...Object.entries(grown),
].flatMap(([name, text]): [string, string][] => [
  [name, text],
  [`${name} within the budget`, withinBudget(text)],
]);

const ordinary = filled(
  'The *quick* fox jumps over `the` dog, see https://example.org and **mind** the gap.\n',
);

const show = (text: string) => renderToStaticMarkup(<MessageText body={text} mentions={['ben']} />);
const preview = (text: string) => lineOf({ body: text } as Parameters<typeof lineOf>[0]);

declare const process: { cpuUsage: () => { user: number; system: number } };

/** The processor's time, which hardly grows with what else the machine does. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

let fresh = 0;

/** The least time of some attempts; each text is a new one, so that nothing is remembered of it. */
function cost(text: string, act: (text: string) => unknown, attempts: number, enough = 0): number {
  let least = Infinity;
  for (let attempt = 0; attempt < attempts && least > enough; attempt++) {
    const begun = spent();
    act(`${text} ${String(fresh++)}`);
    least = Math.min(least, spent() - begun);
  }
  return least;
}

beforeAll(async () => {
  prepareMarkdown();
  const { default: loaded } = await import('./Markdown');
  await vi.waitFor(() => expect(markdown()).toBe(loaded));
});

describe('a message of 8,000 characters that is made to be slow', () => {
  it('costs about as much as an ordinary one to show', { timeout: 60_000 }, () => {
    expect(show(ordinary)).toContain('<em>');
    const bound = 5 * cost(ordinary, show, 5);
    const most = 4_000;
    let elements = 0;
    const count = (text: string) => (elements = show(text).match(/<[a-z]/g)?.length ?? 0);
    const slow = messages
      .filter(([, text]) => cost(text, count, 8, bound) > bound || elements > most)
      .map(([name]) => name);
    expect(slow).toEqual([]);
  });

  it('costs next to nothing to preview', () => {
    const bound = cost(ordinary, show, 5);
    const slow = messages
      .filter(
        ([, text]) =>
          cost(text, preview, 4, bound) + cost(text, (it) => excerpt(it, [{ start: 0, end: 1 }]), 4, bound) >
          bound,
      )
      .map(([name]) => name);
    expect(slow).toEqual([]);
  });
});
