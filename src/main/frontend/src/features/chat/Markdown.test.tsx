import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import Markdown, { rendered } from './Markdown';

const shown = (text: string, mentions: string[] = []) =>
  render(<Markdown text={text} mentions={mentions} />).container;

afterEach(cleanup);

describe('a message as Markdown', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)><circle/></svg>',
    '<iframe src="https://example.org"></iframe>',
    '<a href="javascript:alert(1)">x</a>',
  ])('shows %s as it was typed', (text) => {
    const page = shown(text);
    expect(page.querySelector('script, img, svg, iframe, a, [onerror], [onload]')).toBeNull();
    expect(page.textContent).toContain('<');
  });

  it.each(['[x](javascript:alert(1))', '[x](data:text/html,x)', '[x](/settings)', '<javascript:alert(1)>'])(
    'leads nowhere by %s',
    (text) => expect(shown(text).querySelector('a')).toBeNull(),
  );

  it('leads to the web without telling from where', () => {
    const link = shown('see https://example.org/greys').querySelector('a');
    expect(link?.getAttribute('href')).toBe('https://example.org/greys');
    expect(link?.getAttribute('rel')).toBe('noopener noreferrer nofollow');
    expect(link?.getAttribute('target')).toBe('_blank');
  });

  it('loads no picture from elsewhere, but says where it is', () => {
    const page = shown('![a cat](https://example.org/cat.png)');
    expect(page.querySelector('img')).toBeNull();
    expect(page.querySelector('a')?.href).toBe('https://example.org/cat.png');
  });

  it('makes no heading of the page and no control', () => {
    const page = shown('# Big\n\n- [x] done\n- [ ] not done');
    expect(page.querySelector('h1, input')).toBeNull();
    expect(page.textContent).toContain('☑');
  });

  it('marks mentions in words, also those of a link, but not in code', () => {
    const page = shown('hi @ben and `@ben` and [@ben](https://example.org)', ['ben']);
    expect([...page.querySelectorAll('.mention')].map((each) => each.textContent)).toEqual(['@ben', '@ben']);
  });

  it('is parsed once, however often it is shown', () => {
    expect(rendered('**once**', 'ben')).toBe(rendered('**once**', 'ben'));
    expect(rendered('**once**', '')).not.toBe(rendered('**once**', 'ben'));
  });

  it('has no footnotes', () => {
    const page = shown('a[^1]\n\n[^1]: **note**');
    expect(page.querySelector('sup, section, a')).toBeNull();
  });

  it('shows a large table without filling its short rows up', () => {
    const page = shown(`|${'a|'.repeat(100)}\n|${'-|'.repeat(100)}\n${'|b|\n'.repeat(100)}`);
    expect(page.querySelectorAll('th')).toHaveLength(100);
    expect(page.querySelectorAll('td')).toHaveLength(100);
  });
});
