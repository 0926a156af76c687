import type { Definition, FlowNode } from '../document';

/** Gives a node other settings. Its id stays, and so do its arrows. */
export interface ChangeNode {
  type: 'changeNode';
  node: FlowNode;
}

export function changeNode(doc: Definition, edit: ChangeNode): { doc: Definition; undo: ChangeNode } {
  const before = doc.nodes.find((node) => node.id === edit.node.id);
  if (!before) return { doc, undo: edit };
  const nodes = doc.nodes.map((node) => (node === before ? edit.node : node));
  return { doc: { ...doc, nodes }, undo: { type: 'changeNode', node: before } };
}
