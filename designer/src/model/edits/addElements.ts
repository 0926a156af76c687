import type { Definition, Edge, FlowNode } from '../document';
import type { AddElements, Placed, RemoveElements } from './elements';

/** An addition at the end of the lists. */
export function adding(nodes: FlowNode[], edges: Edge[] = []): AddElements {
  const last = Number.MAX_SAFE_INTEGER;
  return {
    type: 'addElements',
    nodes: nodes.map((item) => ({ item, index: last })),
    edges: edges.map((item) => ({ item, index: last })),
  };
}

export function addElements(doc: Definition, edit: AddElements): { doc: Definition; undo: RemoveElements } {
  const knownNodes = new Set(doc.nodes.map((node) => node.id));
  const knownEdges = new Set(doc.edges.map((edge) => edge.id));
  const nodes = edit.nodes.filter(({ item }) => !knownNodes.has(item.id));
  const edges = edit.edges.filter(({ item }) => !knownEdges.has(item.id));
  return {
    doc: { ...doc, nodes: insert(doc.nodes, nodes), edges: insert(doc.edges, edges) },
    undo: {
      type: 'removeElements',
      nodes: nodes.map(({ item }) => item.id),
      edges: edges.map(({ item }) => item.id),
    },
  };
}

/** Puts each item at its index, lowest first, so that a removal is undone exactly. */
function insert<T>(list: T[], placed: Placed<T>[]): T[] {
  if (placed.length === 0) return list;
  const out = [...list];
  for (const { item, index } of [...placed].sort((a, b) => a.index - b.index)) {
    out.splice(Math.min(index, out.length), 0, item);
  }
  return out;
}
