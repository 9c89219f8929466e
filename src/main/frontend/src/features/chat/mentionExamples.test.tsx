import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import examples from '../../../../../test/resources/mention-examples.json';
import { markdown, prepareMarkdown } from './markdownLoading';
import { MessageText } from './MessageText';

/** The examples that the server is tested with as well. */
const table: [string, string[]][] = [
  ...(examples.examples as [string, string[]][]),
  ...(examples.repeated as [string, string, number, string, string[]][]).map(
    ([before, unit, times, after, marked]): [string, string[]] => [
      before + unit.repeat(times) + after,
      marked,
    ],
  ),
];

const namesOf = (marked: string[]) => [...new Set(marked.map((each) => each.slice(1).toLowerCase()))];

/** What is marked, and what of it was cut into pieces put together. */
function marks(body: string, mentions: string[]): string {
  const page = render(<MessageText body={body} mentions={mentions} />).container;
  return [...page.querySelectorAll('.mention')].map((each) => each.textContent).join('');
}

beforeAll(async () => {
  prepareMarkdown();
  const { default: loaded } = await import('./Markdown');
  await vi.waitFor(() => expect(markdown()).toBe(loaded));
});
afterEach(cleanup);

describe('a message', () => {
  it.each(table)('%j marks %j', (body, marked) => expect(marks(body, namesOf(marked))).toBe(marked.join('')));

  it.each(table)('%j marks nothing more if everybody is mentioned elsewhere', (body, marked) =>
    expect(marks(body, examples.members)).toBe(marked.join('')),
  );
});
