import type { Definition, Edge } from '../document';

/** Gives an arrow other settings or other ends. Its id and its place in the order stay. */
export interface ChangeEdge {
  type: 'changeEdge';
  edge: Edge;
}

export function changeEdge(doc: Definition, edit: ChangeEdge): { doc: Definition; undo: ChangeEdge } {
  const before = doc.edges.find((edge) => edge.id === edit.edge.id);
  if (!before) return { doc, undo: edit };
  const edges = doc.edges.map((edge) => (edge === before ? edit.edge : edge));
  return { doc: { ...doc, edges }, undo: { type: 'changeEdge', edge: before } };
}
