import type { FlowNode } from '@/model/document';
import { decision } from './decision';
import { end } from './end';
import { fork } from './fork';
import { join } from './join';
import type { Part, PartId, Size } from './part';
import { start } from './start';
import { approve, doStep, notify, subflow, update } from './step';

/** Every part by its id; a table, so that none is forgotten. */
export const parts: { readonly [id in PartId]: Part } = {
  start,
  approve,
  do: doStep,
  notify,
  update,
  subflow,
  decision,
  fork,
  join,
  end,
};

/** The order of the palette. */
export const partList: readonly Part[] = Object.values(parts);

/** The part that a node is drawn as; a step whose action is still open looks like an approval. */
export function partOf(node: FlowNode): Part {
  return parts[node.kind === 'step' ? (node.action?.type ?? 'approve') : node.kind];
}

export function sizeOf(node: FlowNode): Size {
  return partOf(node).size;
}

export function isPartId(text: string): text is PartId {
  return Object.hasOwn(parts, text);
}
