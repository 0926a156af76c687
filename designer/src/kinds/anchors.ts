/** The points where arrows meet a symbol: the middle of each side, and along a bar. */
import { Position, type NodeHandle } from '@xyflow/react';
import { partOf } from './table';
import type { FlowNode } from '@/model';
import { BAR_SPOTS } from './sides';

export interface Anchor {
  id: string;
  position: Position;
  x: number;
  y: number;
}

const known = new Map<string, readonly Anchor[]>();

export function anchorsOf(node: FlowNode): readonly Anchor[] {
  const part = partOf(node);
  const found = known.get(part.id);
  if (found) return found;
  const { width, height } = part.size;
  const isBar = node.kind === 'fork' || node.kind === 'join';
  const spots = Array.from({ length: isBar ? BAR_SPOTS : 1 }, (_, i) =>
    isBar ? { name: String(i), x: (width * i) / (BAR_SPOTS - 1) } : { name: '', x: width / 2 },
  );
  const made: Anchor[] = [
    { id: 'l', position: Position.Left, x: 0, y: height / 2 },
    { id: 'r', position: Position.Right, x: width, y: height / 2 },
    ...spots.map(({ name, x }) => ({ id: `t${name}`, position: Position.Top, x, y: 0 })),
    ...spots.map(({ name, x }) => ({ id: `b${name}`, position: Position.Bottom, x, y: height })),
  ];
  known.set(part.id, made);
  return made;
}

const handles = new WeakMap<readonly Anchor[], NodeHandle[]>();

/** The anchors as React Flow wants them before it has looked at the page. */
export function handlesOf(node: FlowNode): NodeHandle[] {
  const anchors = anchorsOf(node);
  const found = handles.get(anchors);
  if (found) return found;
  const made = anchors.flatMap((anchor): NodeHandle[] => [
    { ...anchor, type: 'source', width: 0, height: 0 },
    { ...anchor, type: 'target', width: 0, height: 0 },
  ]);
  handles.set(anchors, made);
  return made;
}
