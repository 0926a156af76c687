/** Copying parts of a flow, also from one flow, window or browser to another: as text on the system's clipboard. */
import { put, type Definition, type Edge, type FlowNode, type Point } from './document';
import { adding } from './edits/addElements';
import type { AddElements } from './edits/elements';
import { idsFor } from './ids';

export interface Clip {
  flowline: 1;
  nodes: FlowNode[];
  edges: Edge[];
}

/** The nodes named and the arrows between them; undefined when there is nothing to copy. */
export function copy(doc: Definition, ids: readonly string[]): Clip | undefined {
  const wanted = new Set(ids);
  const nodes = doc.nodes.filter((node) => wanted.has(node.id));
  if (nodes.length === 0) return undefined;
  return {
    flowline: 1,
    nodes,
    edges: doc.edges.filter((edge) => wanted.has(edge.from) && wanted.has(edge.to)),
  };
}

/** Pastes under new ids, moved by offset. A lane that this flow does not have is left out. */
export function paste(doc: Definition, clip: Clip, offset: Point): AddElements {
  const ids = idsFor(doc);
  const lanes = new Set((doc.lanes ?? []).map((lane) => lane.id));
  const renamed = new Map(clip.nodes.map((node) => [node.id, ids.node()]));
  const nodes = clip.nodes.map((node) =>
    put<FlowNode>(aimed(node, renamed), {
      id: renamed.get(node.id),
      lane: node.lane !== undefined && lanes.has(node.lane) ? node.lane : undefined,
      at: node.at && { x: node.at.x + offset.x, y: node.at.y + offset.y },
    }),
  );
  const edges = clip.edges.flatMap((edge) => {
    const from = renamed.get(edge.from);
    const to = renamed.get(edge.to);
    return from && to ? [{ ...edge, id: ids.edge(), from, to }] : [];
  });
  return adding(nodes, edges);
}

/** A step whose rejection and return lead to the copies of where they led, as far as those were copied too. */
function aimed(node: FlowNode, renamed: ReadonlyMap<string, string>): FlowNode {
  if (node.kind !== 'step' || (node.action?.type !== 'approve' && node.action?.type !== 'do')) return node;
  const now = (id: string) => renamed.get(id) ?? id;
  const back = node.action.return?.nodes && {
    return: { ...node.action.return, nodes: node.action.return.nodes.map(now) },
  };
  if (node.action.type === 'do') return { ...node, action: { ...node.action, ...back } };
  const reject = node.action.reject?.node !== undefined && {
    reject: { ...node.action.reject, node: now(node.action.reject.node) },
  };
  return { ...node, action: { ...node.action, ...back, ...reject } };
}

export function clipToText(clip: Clip): string {
  return JSON.stringify(clip);
}

/** The clip in a text from the clipboard; undefined when the text is something else. */
export function clipFromText(text: string): Clip | undefined {
  if (!text.startsWith('{"flowline":1,')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isClip(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const KINDS = new Set<unknown>(['start', 'step', 'decision', 'fork', 'join', 'end']);

function isClip(value: unknown): value is Clip {
  if (typeof value !== 'object' || value === null || !('nodes' in value) || !('edges' in value)) return false;
  return (
    Array.isArray(value.nodes) &&
    Array.isArray(value.edges) &&
    value.nodes.every((node) => hasStrings(node, 'id', 'kind') && KINDS.has(Reflect.get(node, 'kind'))) &&
    value.edges.every((edge) => hasStrings(edge, 'id', 'from', 'to'))
  );
}

function hasStrings(value: unknown, ...keys: string[]): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return keys.every((key) => typeof Reflect.get(value, key) === 'string');
}
