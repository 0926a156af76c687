import { put, type Definition, type Point } from '../document';

/** Puts nodes at places; null takes a place away. Dragging, arrow keys, aligning and tidying up are all this edit. */
export interface MoveNodes {
  type: 'moveNodes';
  to: { [node: string]: Point | null };
}

export function moveNodes(doc: Definition, edit: MoveNodes): { doc: Definition; undo: MoveNodes } {
  const back: MoveNodes['to'] = {};
  const nodes = doc.nodes.map((node) => {
    const to = edit.to[node.id];
    if (to === undefined || same(node.at, to)) return node;
    back[node.id] = node.at ?? null;
    return put(node, { at: to ? { x: round(to.x), y: round(to.y) } : undefined });
  });
  const moved = Object.keys(back).length > 0;
  return { doc: moved ? { ...doc, nodes } : doc, undo: { type: 'moveNodes', to: back } };
}

function same(at: Point | undefined, to: Point | null): boolean {
  if (!at || !to) return !at && !to;
  return at.x === round(to.x) && at.y === round(to.y);
}

/** Whole pixels keep the document readable and two layouts comparable. */
function round(value: number): number {
  return Math.round(value) + 0;
}
