/** Gestures as edits: what one movement of the hand adds to the document. */
import { MAX_EDGES, MAX_NODES, type Definition, type Edge } from './document';
import { mayConnect, type ConnectRefusal } from './connect';
import { adding } from './edits/addElements';
import type { AddElements } from './edits/elements';
import { edgesFrom, nodeOf } from './graph';
import { idsFor } from './ids';

export type Drawn = { ok: true; edit: AddElements; edge: Edge } | { ok: false; why: ConnectRefusal | 'full' };

/** Draws an arrow, when that is allowed. */
export function connect(doc: Definition, from: string, to: string): Drawn {
  const may = mayConnect(doc, from, to);
  if (!may.ok) return may;
  if (doc.edges.length >= MAX_EDGES) return { ok: false, why: 'full' };
  const edge = newEdge(doc, from, to, may.on);
  return { ok: true, edit: adding([], [edge]), edge };
}

/**
 * A new arrow with what usually goes with it: of a decision the first is the yes, the second the no that is taken when
 * nothing else is.
 */
export function newEdge(doc: Definition, from: string, to: string, on: Edge['on']): Edge {
  const edge: Edge = { id: idsFor(doc).edge(), from, to };
  if (on === 'rejected') return { ...edge, on, name: { 'zh-CN': '不同意', en: 'Refused' } };
  if (on === 'late') return { ...edge, on, name: { 'zh-CN': '超时', en: 'Out of time' } };
  if (nodeOf(doc, from)?.kind !== 'decision') return edge;
  const others = edgesFrom(doc, from);
  if (others.length === 0) return { ...edge, name: { 'zh-CN': '是', en: 'Yes' } };
  if (others.some((other) => other.default)) return edge;
  return {
    ...edge,
    default: true,
    name: { 'zh-CN': others.length === 1 ? '否' : '其他', en: others.length === 1 ? 'No' : 'Otherwise' },
  };
}

/** Whether one more node fits. */
export function hasRoom(doc: Definition, count = 1): boolean {
  return doc.nodes.length + count <= MAX_NODES;
}
