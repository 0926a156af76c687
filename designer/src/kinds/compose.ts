/** Adding parts to a drawing: dropped at a place, grown from a node, put into an arrow. */
import { mayConnect, nextOutcome } from '@/model/connect';
import { hasRoom, newEdge } from '@/model/compose';
import { put, type Definition, type Edge, type FlowNode, type Point } from '@/model/document';
import { apply, type Edit } from '@/model/edits';
import { adding } from '@/model/edits/addElements';
import { edgeOf, nodeOf } from '@/model/graph';
import { freePlace, overlaps, snap, type Box } from '@/model/geometry';
import { idsFor } from '@/model/ids';
import { withWording, type Lang } from '@/model/text';

import type { PartId } from './part';
import { partOf, parts, sizeOf } from './table';

/** Room between a node and the one grown from it. */
const GAP = 48;

export interface Added {
  edit: Edit;
  node: string;
}

export function boxOf(node: FlowNode): Box {
  const at = node.at ?? { x: 0, y: 0 };
  return { x: at.x, y: at.y, ...sizeOf(node) };
}

/** A part with its centre at a point, as when it is dropped there. */
export function drop(doc: Definition, part: PartId, at: Point): Added | undefined {
  if (!hasRoom(doc)) return undefined;
  const { width, height } = parts[part].size;
  return place(doc, part, { x: snap(at.x - width / 2), y: snap(at.y - height / 2) });
}

/** The next part below a node, with the arrow that leads there. */
export function grow(doc: Definition, from: string, part: PartId): Added | undefined {
  const source = nodeOf(doc, from);
  if (!source) return undefined;
  const box = boxOf(source);
  const size = parts[part].size;
  const wanted = { x: box.x + box.width / 2 - size.width / 2, y: box.y + box.height + GAP, ...size };
  return follow(doc, from, part, freePlace(wanted, doc.nodes.map(boxOf)));
}

/** A part in the middle of an arrow; what lies below makes room when there is none. */
export function insertInto(doc: Definition, edgeId: string, part: PartId): Added | undefined {
  const edge = edgeOf(doc, edgeId);
  const source = edge && nodeOf(doc, edge.from);
  const target = edge && nodeOf(doc, edge.to);
  if (!source || !target || part === 'start' || part === 'end' || !hasRoom(doc)) return undefined;
  const size = parts[part].size;
  const above = boxOf(source);
  const below = boxOf(target);
  const downwards = below.y > above.y;
  const at = downwards
    ? { x: snap(below.x + below.width / 2 - size.width / 2), y: above.y + above.height + GAP }
    : freePlace({ x: below.x, y: below.y - size.height - GAP, ...size }, doc.nodes.map(boxOf));
  const added = place(doc, part, at);
  const push = downwards ? Math.max(0, at.y + size.height + GAP - below.y) : 0;
  const makeRoom: Edit = {
    type: 'moveNodes',
    to: Object.fromEntries(
      doc.nodes
        .filter((node) => push > 0 && node.at && node.at.y >= below.y)
        .map((node) => [node.id, { x: boxOf(node).x, y: boxOf(node).y + push }]),
    ),
  };
  const onwards = { id: idsFor(doc).edge(), from: added.node, to: target.id };
  const leadHere: Edit = { type: 'changeEdge', edge: put(edge, { to: added.node }) };
  return {
    node: added.node,
    edit: { type: 'together', edits: [makeRoom, added.edit, leadHere, adding([], [onwards])] },
  };
}

function place(doc: Definition, part: PartId, at: Point, settings?: FlowNode): Added {
  const id = idsFor(doc).node();
  const free = doc.nodes.some((node) => overlaps(boxOf(node), { ...at, ...parts[part].size }))
    ? freePlace({ ...at, ...parts[part].size }, doc.nodes.map(boxOf))
    : at;
  const add = adding([{ ...(settings ?? parts[part].create(id)), id, at: free }]);
  if (part !== 'start' || doc.start !== undefined) return { node: id, edit: add };
  // A flow that can be drawn can be submitted, until somebody says otherwise.
  const submit: Edit = { type: 'changeFlow', settings: { start: [{ on: 'submitted' }] } };
  return { node: id, edit: { type: 'together', edits: [add, submit] } };
}

/** What follows when somebody refuses is the end of a refused flow. */
function forOutcome(part: PartId, on: Edge['on']): FlowNode | undefined {
  if (part !== 'end' || on !== 'rejected') return undefined;
  return { id: '', kind: 'end', name: { 'zh-CN': '不通过', en: 'Rejected' }, end: { result: 'rejected' } };
}

/** A part with its centre near a point, and the arrow that leads to it, as when an arrow is let go over empty ground. */
export function dropAfter(doc: Definition, from: string, part: PartId, at: Point): Added | undefined {
  const { width } = parts[part].size;
  return follow(doc, from, part, { x: snap(at.x - width / 2), y: snap(at.y) });
}

function follow(doc: Definition, from: string, part: PartId, at: Point): Added | undefined {
  const source = nodeOf(doc, from);
  if (!source || part === 'start' || !hasRoom(doc)) return undefined;
  const on = nextOutcome(doc, from);
  const added = place(doc, part, at, forOutcome(part, on));
  const withNode = apply(doc, added.edit).doc;
  const may = mayConnect(withNode, from, added.node);
  if (!may.ok) return undefined;
  const edge = newEdge(withNode, from, added.node, may.on);
  return { node: added.node, edit: { type: 'together', edits: [added.edit, adding([], [edge])] } };
}

/** The edit that gives a place to nodes without one: a column in the document's order, until somebody tidies up. */
export function placeMissing(doc: Definition): Edit | undefined {
  const missing = doc.nodes.filter((node) => !node.at);
  if (missing.length === 0) return undefined;
  const taken = doc.nodes.filter((node) => node.at).map(boxOf);
  let y = Math.max(0, ...taken.map((box) => box.y + box.height + GAP));
  const to: { [node: string]: Point } = {};
  for (const node of missing) {
    const { width, height } = sizeOf(node);
    to[node.id] = { x: -width / 2, y };
    y += height + GAP;
  }
  return { type: 'moveNodes', to };
}

/**
 * A node with another name in one language. A name that the part was born with says nothing, so it goes when the other
 * language gets a real one.
 */
export function renamed(node: FlowNode, lang: Lang, name: string): FlowNode {
  const other: Lang = lang === 'en' ? 'zh-CN' : 'en';
  const born = partOf(node).create(node.id).name?.[other];
  const kept = node.name?.[other] === born ? withWording(node.name, other, '') : node.name;
  return put(node, { name: withWording(kept, lang, name) });
}
