import type { Definition, Edge } from '../document';

/**
 * Puts arrows in an order: the arrows named take, in this order, the places in the document that they hold between
 * them. The order of a decision's arrows is the order its rules are tried in.
 */
export interface OrderEdges {
  type: 'orderEdges';
  ids: string[];
}

export function orderEdges(doc: Definition, edit: OrderEdges): { doc: Definition; undo: OrderEdges } {
  const byId = new Map(doc.edges.map((edge) => [edge.id, edge]));
  const wanted = edit.ids.map((id) => byId.get(id)).filter((edge): edge is Edge => edge !== undefined);
  const named = new Set(wanted);
  const before = doc.edges.filter((edge) => named.has(edge));
  let next = 0;
  const edges = doc.edges.map((edge) => (named.has(edge) ? (wanted[next++] ?? edge) : edge));
  return { doc: { ...doc, edges }, undo: { type: 'orderEdges', ids: before.map((edge) => edge.id) } };
}
