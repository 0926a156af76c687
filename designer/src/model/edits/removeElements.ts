import type { Definition } from '../document';
import type { AddElements, Placed, RemoveElements } from './elements';

export function removeElements(
  doc: Definition,
  edit: RemoveElements,
): { doc: Definition; undo: AddElements } {
  const goneNodes = new Set(edit.nodes);
  const goneEdges = new Set(edit.edges);
  const nodes = split(doc.nodes, (node) => goneNodes.has(node.id));
  const edges = split(
    doc.edges,
    (edge) => goneEdges.has(edge.id) || goneNodes.has(edge.from) || goneNodes.has(edge.to),
  );
  return {
    doc: { ...doc, nodes: nodes.kept, edges: edges.kept },
    undo: { type: 'addElements', nodes: nodes.gone, edges: edges.gone },
  };
}

function split<T>(list: T[], isGone: (item: T) => boolean): { kept: T[]; gone: Placed<T>[] } {
  const gone = list.flatMap((item, index) => (isGone(item) ? [{ item, index }] : []));
  return { kept: gone.length === 0 ? list : list.filter((item) => !isGone(item)), gone };
}
