interface Parser {
  data: () => object;
}

/** Leaves footnotes out: a message has no foot. */
export function withoutFootnotes(this: Parser) {
  const data: { micromarkExtensions?: unknown[] } = this.data();
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push({
    disable: { null: ['gfmFootnoteDefinition', 'gfmFootnoteCall', 'gfmPotentialFootnoteCall'] },
  });
}

interface Node {
  type: string;
  children?: Node[];
  align?: unknown[] | null;
}

const MOST_FILLED = 1_000;

/** Keeps short rows of a large table from being filled up with cells that nobody typed. */
export function sparseTables() {
  return (tree: Node) => visit(tree);
}

function visit(node: Node) {
  if (node.type !== 'table') {
    node.children?.forEach(visit);
    return;
  }
  const rows = node.children ?? [];
  const columns = node.align?.length ?? 0;
  if (columns * rows.length <= MOST_FILLED) return;
  for (const row of rows) row.children = row.children?.slice(0, columns);
  node.align = null;
}
