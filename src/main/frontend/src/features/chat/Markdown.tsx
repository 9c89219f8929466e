import type { ComponentProps, ReactElement, ReactNode } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { safeAddress } from './inert';
import { mentionPlugin } from './mentionPlugin';
import { remembering } from './remembering';
import { sparseTables, withoutFootnotes } from './syntaxPlugins';

function Address({ href, children }: { href?: string; children?: ReactNode }) {
  if (!href) return <span>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}

/** A picture from elsewhere would tell its host who reads what: only its address is shown. */
function Picture({ src, alt }: ComponentProps<'img'>) {
  const address = typeof src === 'string' ? safeAddress(src) : '';
  return <Address href={address}>{alt ? alt : address || 'picture'}</Address>;
}

/** A heading of a message is no heading of the page. */
const Heading = ({ children }: { children?: ReactNode }) => <p className="md-heading">{children}</p>;

const components: Components = {
  a: ({ href, children }) => <Address href={href}>{children}</Address>,
  img: Picture,
  h1: Heading,
  h2: Heading,
  h3: Heading,
  h4: Heading,
  h5: Heading,
  h6: Heading,
  input: ({ checked }) => (
    <span role="img" aria-label={checked ? 'done' : 'not done'}>
      {checked ? '☑' : '☐'}
    </span>
  ),
  // What is wider than its bubble scrolls in itself, also by keyboard.
  pre: ({ children }) => <pre tabIndex={0}>{children}</pre>,
  table: ({ children }) => (
    <div className="md-table" tabIndex={0} role="group" aria-label="Table">
      <table>{children}</table>
    </div>
  ),
  th: ({ children }) => <th scope="col">{children}</th>,
};

const REMEMBERED = 200;

/** What a text looks like, parsed once, however often it is shown. */
export const rendered = remembering(REMEMBERED, (text: string, mentions: string): ReactElement =>
  ReactMarkdown({
    children: text,
    remarkPlugins: [
      remarkGfm,
      withoutFootnotes,
      sparseTables,
      [mentionPlugin, mentions ? mentions.split(' ') : []],
    ],
    urlTransform: safeAddress,
    components,
  }),
);

/** A message's text as Markdown: nothing in it runs, loads or leads anywhere but to the web. */
export default function Markdown({ text, mentions }: { text: string; mentions: string[] }) {
  return rendered(text, mentions.join(' '));
}
