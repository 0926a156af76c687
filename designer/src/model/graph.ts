/** Questions about a document's shape, answered from an index that is built once per document. */
import type { Definition, Edge, FlowNode } from './document';

interface Index {
  nodes: Map<string, FlowNode>;
  edges: Map<string, Edge>;
  out: Map<string, Edge[]>;
  in: Map<string, Edge[]>;
}

/** One empty list for all, so that an answer that did not change is the same answer. */
const none: readonly Edge[] = [];

const indexes = new WeakMap<Definition, Index>();

function indexOf(doc: Definition): Index {
  const known = indexes.get(doc);
  if (known) return known;
  const index: Index = { nodes: new Map(), edges: new Map(), out: new Map(), in: new Map() };
  for (const node of doc.nodes) index.nodes.set(node.id, node);
  for (const edge of doc.edges) {
    index.edges.set(edge.id, edge);
    append(index.out, edge.from, edge);
    append(index.in, edge.to, edge);
  }
  indexes.set(doc, index);
  return index;
}

function append(lists: Map<string, Edge[]>, key: string, edge: Edge): void {
  const list = lists.get(key);
  if (list) list.push(edge);
  else lists.set(key, [edge]);
}

export function nodeOf(doc: Definition, id: string): FlowNode | undefined {
  return indexOf(doc).nodes.get(id);
}

export function edgeOf(doc: Definition, id: string): Edge | undefined {
  return indexOf(doc).edges.get(id);
}

/** The arrows that leave a node, in the document's order. */
export function edgesFrom(doc: Definition, id: string): readonly Edge[] {
  return indexOf(doc).out.get(id) ?? none;
}

export function edgesTo(doc: Definition, id: string): readonly Edge[] {
  return indexOf(doc).in.get(id) ?? none;
}

/** Whether people are asked at a node. */
export function asksPeople(node: FlowNode): boolean {
  return node.kind === 'step' && (node.action?.type === 'approve' || node.action?.type === 'do');
}

/** Whether what a node comes to may be a rejection. */
export function decides(node: FlowNode): boolean {
  if (node.kind !== 'step') return false;
  return node.action?.type === 'approve' || (node.action?.type === 'subflow' && !node.action.detached);
}

/** Where an instance may be sent back to from a node: the start and the steps with people that lead to it. */
export function targetsOfReturn(doc: Definition, id: string): FlowNode[] {
  const seen = new Set<string>();
  const todo = [id];
  for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
    for (const edge of edgesTo(doc, at)) {
      if (seen.has(edge.from)) continue;
      seen.add(edge.from);
      todo.push(edge.from);
    }
  }
  return doc.nodes.filter(
    (node) => node.id !== id && seen.has(node.id) && (node.kind === 'start' || asksPeople(node)),
  );
}
