import type { Edge, FlowNode } from '../document';

/** Where an element stands in its list; past the end means last. */
export interface Placed<T> {
  item: T;
  index: number;
}

/** Adds nodes and arrows at their places. */
export interface AddElements {
  type: 'addElements';
  nodes: Placed<FlowNode>[];
  edges: Placed<Edge>[];
}

/** Takes nodes and arrows away, and with a node the arrows that touch it. */
export interface RemoveElements {
  type: 'removeElements';
  nodes: string[];
  edges: string[];
}
