/** Adding parts to a drawing: dropped at a place, grown from a node, put into an arrow. */
import { mayConnect } from '@/model/connect';
import { hasRoom, newEdge } from '@/model/compose';
import { put, type Definition, type FlowNode, type Point } from '@/model/document';
import { apply, type Edit } from '@/model/edits';
import { adding } from '@/model/edits/addElements';
import { edgeOf, nodeOf } from '@/model/graph';
import { freePlace, overlaps, snap, type Box } from '@/model/geometry';
import { idsFor } from '@/model/ids';

import type { PartId } from './part';
import { parts, sizeOf } from './table';

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
  if (!source || part === 'start' || !hasRoom(doc)) return undefined;
  const box = boxOf(source);
  const size = parts[part].size;
  const wanted = { x: box.x + box.width / 2 - size.width / 2, y: box.y + box.height + GAP, ...size };
  const at = freePlace(wanted, doc.nodes.map(boxOf));
  const added = place(doc, part, at);
  const withNode = apply(doc, added.edit).doc;
  const may = mayConnect(withNode, from, added.node);
  if (!may.ok) return undefined;
  const edge = newEdge(withNode, from, added.node, may.on);
  return { node: added.node, edit: { type: 'together', edits: [added.edit, adding([], [edge])] } };
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

function place(doc: Definition, part: PartId, at: Point): Added {
  const id = idsFor(doc).node();
  const free = doc.nodes.some((node) => overlaps(boxOf(node), { ...at, ...parts[part].size }))
    ? freePlace({ ...at, ...parts[part].size }, doc.nodes.map(boxOf))
    : at;
  return { node: id, edit: adding([{ ...parts[part].create(id), at: free }]) };
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
