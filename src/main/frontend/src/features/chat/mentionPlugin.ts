import { mentionParts } from './mentions';

interface Node {
  type: string;
  value?: string;
  children?: Node[];
  data?: object;
}

/** Marks the mentions in a message's tree, everywhere but in code and links. */
export function mentionPlugin(mentions: string[]) {
  return (tree: Node) => {
    if (mentions.length > 0) mark(tree, mentions);
  };
}

function mark(node: Node, mentions: string[]) {
  if (!node.children || node.type === 'link') return;
  node.children = node.children.flatMap((child) => {
    if (child.type === 'text') return split(child.value ?? '', mentions);
    mark(child, mentions);
    return [child];
  });
}

function split(text: string, mentions: string[]): Node[] {
  return mentionParts(text, mentions).map(({ text: value, mention }) =>
    mention
      ? {
          type: 'emphasis',
          data: { hName: 'span', hProperties: { className: 'mention' } },
          children: [{ type: 'text', value }],
        }
      : { type: 'text', value },
  );
}
