/** What is selected: never part of the document, never undone. */
import type { Definition } from './document';
import { edgeOf, nodeOf } from './graph';

export interface Selection {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
}

export const nothing: Selection = { nodes: [], edges: [] };

export function isSame(a: Selection, b: Selection): boolean {
  const same = (left: readonly string[], right: readonly string[]) =>
    left.length === right.length && left.every((id) => right.includes(id));
  return same(a.nodes, b.nodes) && same(a.edges, b.edges);
}

/** The selection without what the document no longer has. */
export function within(doc: Definition, selection: Selection): Selection {
  const nodes = selection.nodes.filter((id) => nodeOf(doc, id));
  const edges = selection.edges.filter((id) => edgeOf(doc, id));
  const whole = nodes.length === selection.nodes.length && edges.length === selection.edges.length;
  return whole ? selection : { nodes, edges };
}
