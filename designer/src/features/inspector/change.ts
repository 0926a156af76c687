import { useDesk } from '@/actions';
import {
  orNone,
  put,
  type Action,
  type ApproveAction,
  type DoAction,
  type Edge,
  type FlowNode,
  type Patch,
  type Settings,
  type StepNode,
  type SubflowAction,
} from '@/model';

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

/** A step that asks people: to decide, or to do something. */
export type Asking = StepNode & { action: ApproveAction | DoAction };

/** A step that asks people to decide. */
export type Approving = StepNode & { action: ApproveAction };

export function isAsking(node: FlowNode): node is Asking {
  return node.kind === 'step' && (node.action?.type === 'approve' || node.action?.type === 'do');
}

export function isApproving(node: FlowNode): node is Approving {
  return node.kind === 'step' && node.action?.type === 'approve';
}

/** A step that runs another flow. */
export type Calling = StepNode & { action: SubflowAction };

export function isCalling(node: FlowNode): node is Calling {
  return node.kind === 'step' && node.action?.type === 'subflow';
}

/** Changes settings of a step's action that every step with people has. */
export function useChangeAsking(node: Asking): (patch: Patch<Omit<DoAction, 'type'>>, topic: string) => void {
  const change = useChangeNode();
  return (patch, topic) =>
    change(
      withAction(
        node,
        node.action.type === 'approve'
          ? put<ApproveAction>(node.action, patch)
          : put<DoAction>(node.action, patch),
      ),
      topic,
    );
}

/** Changes settings that only approvals have. */
export function useChangeApproving(node: Approving): (patch: Patch<ApproveAction>, topic: string) => void {
  const change = useChangeNode();
  return (patch, topic) => change(withAction(node, put(node.action, patch)), topic);
}

/** Changes what holds for every step of the flow. */
export function useChangeSettings(): (patch: Patch<Settings>, topic: string) => void {
  const { editor } = useDesk();
  return (patch, topic) =>
    editor.edit(
      { type: 'changeFlow', settings: { settings: orNone(put(editor.state().doc.settings ?? {}, patch)) } },
      { merge: `flow:${topic}` },
    );
}
