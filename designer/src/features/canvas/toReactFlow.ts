/**
 * The document as React Flow shows it. Only this direction: the document is the truth, and what React Flow knows beside
 * it (selection, a drag under way) comes in as an argument. Elements that did not change keep their identity, so that
 * React has nothing to do for them.
 */
import type { Edge as ReactFlowEdge, Node as ReactFlowNode } from '@xyflow/react';
import { boxOf, handlesOf, sizeOf, wayOf, type Way } from '@/kinds';
import {
  inLang,
  nodeOf,
  outcomeOf,
  type Definition,
  type Edge,
  type FlowNode,
  type Lang,
  type Point,
  type Selection,
} from '@/model';

export type ViewNode = ReactFlowNode<{ node: FlowNode }, 'part'>;
export type ViewEdge = ReactFlowEdge<{ edge: Edge; offset: number }, 'arrow'>;

/** Where nodes are while they are dragged. */
export type Dragged = { readonly [node: string]: Point };

const nodeViews = new WeakMap<FlowNode, ViewNode>();
const edgeViews = new WeakMap<Edge, ViewEdge>();

export function toNodes(
  doc: Definition,
  selection: Selection,
  dragged: Dragged,
  isFixed: boolean,
  lang: Lang,
): ViewNode[] {
  const selected = new Set(selection.nodes);
  return doc.nodes.map((node) =>
    toNode(node, selected.has(node.id), dragged[node.id] ?? node.at ?? { x: 0, y: 0 }, isFixed, lang),
  );
}

function toNode(node: FlowNode, selected: boolean, position: Point, isFixed: boolean, lang: Lang): ViewNode {
  const known = nodeViews.get(node);
  const ariaLabel = inLang(node.name, lang);
  if (
    known?.selected === selected &&
    known.position.x === position.x &&
    known.position.y === position.y &&
    known.draggable === !isFixed &&
    known.ariaLabel === ariaLabel
  ) {
    return known;
  }
  const { width, height } = sizeOf(node);
  const view: ViewNode = {
    id: node.id,
    type: 'part',
    data: known?.data ?? { node },
    position,
    ariaLabel,
    selected,
    draggable: !isFixed,
    width,
    height,
    measured: { width, height },
    handles: handlesOf(node),
  };
  nodeViews.set(node, view);
  return view;
}

/**
 * An arrow whose ends are not both there, as in a half written document, is not shown. While symbols are dragged, just
 * their own arrows look for another way; the others make room when the symbols are let go.
 */
export function toEdges(doc: Definition, selection: Selection, dragged: Dragged): ViewEdge[] {
  const selected = new Set(selection.edges);
  const before = edgeLists.get(doc);
  const boxes = new Map(doc.nodes.map((node) => [node.id, { ...boxOf(node), ...dragged[node.id] }]));
  const all = [...boxes.values()];
  const isDragging = Object.keys(dragged).length > 0;
  const edges = doc.edges.flatMap((edge) => {
    const from = nodeOf(doc, edge.from);
    const to = nodeOf(doc, edge.to);
    const start = boxes.get(edge.from);
    const end = boxes.get(edge.to);
    if (!from || !to || !start || !end) return [];
    const stays = isDragging && !dragged[edge.from] && !dragged[edge.to];
    const way =
      (stays && ways.get(edge)) ||
      wayOf({ box: start, kind: from.kind }, { box: end, kind: to.kind }, outcomeOf(edge), all);
    ways.set(edge, way);
    return [toEdge(edge, way, selected.has(edge.id))];
  });
  if (before?.length === edges.length && before.every((edge, i) => edge === edges[i])) return before;
  edgeLists.set(doc, edges);
  return edges;
}

/** The way that each arrow took last. */
const ways = new WeakMap<Edge, Way>();

/** A drag mostly leaves every arrow at the same sides; then the list is the same list, and React Flow keeps its index. */
const edgeLists = new WeakMap<Definition, ViewEdge[]>();

function toEdge(edge: Edge, way: Way, selected: boolean): ViewEdge {
  const known = edgeViews.get(edge);
  if (
    known?.selected === selected &&
    known.sourceHandle === way.source &&
    known.targetHandle === way.target &&
    known.data?.offset === way.offset
  ) {
    return known;
  }
  const view: ViewEdge = {
    id: edge.id,
    type: 'arrow',
    source: edge.from,
    target: edge.to,
    sourceHandle: way.source,
    targetHandle: way.target,
    data: known?.data?.offset === way.offset ? known.data : { edge, offset: way.offset },
    selected,
  };
  edgeViews.set(edge, view);
  return view;
}
