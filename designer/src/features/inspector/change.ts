import { useDesk } from '@/actions';
import { put, type Action, type Edge, type FlowNode, type Patch, type StepNode } from '@/model';

/** Changes of a node made in the inspector. Those with the same topic in a row are undone together. */
export function useChangeNode(): (node: FlowNode, topic: string) => void {
  const { editor } = useDesk();
  return (node, topic) => editor.edit({ type: 'changeNode', node }, { merge: `${node.id}:${topic}` });
}

export function useChangeEdge(): (edge: Edge, patch: Patch<Edge>, topic: string) => void {
  const { editor } = useDesk();
  return (edge, patch, topic) =>
    editor.edit({ type: 'changeEdge', edge: put(edge, patch) }, { merge: `${edge.id}:${topic}` });
}

/** Puts other settings of a step's action in place. */
export function withAction(node: StepNode, action: Action): StepNode {
  return { ...node, action };
}
