import { cutAt, mentionRanges } from './mentions';

interface Node {
  type: string;
  value?: string;
  children?: Node[];
  data?: object;
}

const PARAGRAPHS = ['paragraph', 'heading', 'tableCell', 'html'];

/** Stands for what is shown but is no words: code in a line, and pictures. */
const NO_WORDS = '\ufffc';

/** Marks the mentions in a message's tree, in the words that are read. */
export function mentionPlugin(mentions: string[]) {
  return (tree: Node) => {
    if (mentions.length > 0) markIn(tree, mentions);
  };
}

function markIn(node: Node, mentions: string[]) {
  node.children = node.children?.flatMap((child) => {
    if (PARAGRAPHS.includes(child.type)) return marked(child, mentions);
    markIn(child, mentions);
    return [child];
  });
}

/** A paragraph with its mentions marked, also where they go through several of its pieces. */
function marked(paragraph: Node, mentions: string[]): Node[] {
  const ranges = mentionRanges(words(paragraph), mentions);
  let place = 0;
  const cut = (node: Node): Node[] => {
    const from = place;
    if (!isText(node) && node.children) return [{ ...node, children: node.children.flatMap(cut) }];
    place += words(node).length;
    if (!isText(node)) return [node];
    return cutAt(ranges, node.value ?? '', from).map(({ text, mention }) =>
      mention ? mentioned(text) : { type: node.type, value: text },
    );
  };
  return ranges.length === 0 ? [paragraph] : cut(paragraph);
}

/** HTML is shown as it was typed. */
const isText = (node: Node) => node.type === 'text' || node.type === 'html';

function words(node: Node): string {
  if (isText(node)) return node.value ?? '';
  if (node.type === 'break') return '\n';
  return node.children ? node.children.map(words).join('') : NO_WORDS;
}

const mentioned = (value: string): Node => ({
  type: 'emphasis',
  data: { hName: 'span', hProperties: { className: 'mention' } },
  children: [{ type: 'text', value }],
});
