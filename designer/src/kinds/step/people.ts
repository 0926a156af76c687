import { unreachable, type FlowNode, type Selector } from '@/model/document';

/** Whom a node asks or tells; undefined for a node that turns to nobody. */
export function peopleOf(node: FlowNode): readonly Selector[] | undefined {
  if (node.kind !== 'step' || !node.action) return undefined;
  switch (node.action.type) {
    case 'approve':
    case 'do':
      return node.action.by;
    case 'notify':
      return node.action.to;
    case 'update':
    case 'subflow':
      return undefined;
    default:
      return unreachable(node.action);
  }
}
