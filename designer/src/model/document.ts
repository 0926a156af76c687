/**
 * The flow document (format 1). Its types are generated from assets/schema/flow.schema.json; this is the door to them,
 * with the few words and helpers that everybody who touches a document needs.
 */
import type { Action, Edge, Node } from './definition.gen';

export type {
  Abstention,
  Access,
  Action,
  ApproveAction,
  Assign,
  Chain,
  CopyFields,
  Definition,
  DecisionNode,
  DedupScope,
  DoAction,
  Each,
  Edge,
  Empty,
  EmptyDo,
  EndCopy,
  EndNode,
  Fields as FieldRights,
  ForkNode,
  Fraction,
  Join as JoinRule,
  JoinMode,
  JoinNode,
  Lane,
  Node as FlowNode,
  NotifyAction,
  Pick as PickRule,
  PickBy,
  Point,
  Quorum,
  QuorumMode,
  Deadline,
  Late,
  LateDo,
  LateTo,
  Reject as RejectRule,
  RejectBranch,
  RejectTo,
  Result,
  Return as ReturnRule,
  ReturnMode,
  ReturnTo,
  Selector,
  SelfDo,
  Settings,
  StartNode,
  StepCopy,
  StepCopyAt,
  StepNode,
  SubflowAction,
  TaskAction,
  Transfer as TransferRule,
  Trigger,
  TriggerOn,
  UpdateAction,
  Vote,
  Weight,
  WithdrawWhen,
} from './definition.gen';

export type Kind = Node['kind'];
export type ActionType = Action['type'];

/** The outcome an arrow out of a step is for. */
export type Outcome = 'approved' | 'rejected' | 'late';

export const outcomeOf = (edge: Edge): Outcome => edge.on || 'approved';

/** Limits the server enforces; the designer stops short of them with a message. */
export { MAX_EDGES, MAX_NODES } from './limits.gen';

/** Marks a place that no value reaches; the compiler complains when a kind is forgotten. */
export function unreachable(value: never): never {
  throw new Error(`unexpected value ${JSON.stringify(value)}`);
}

/** What put may change: any field, or undefined to take it away. */
export type Patch<T> = { [K in keyof T]?: T[K] | undefined };

/** A copy of value with patch laid over it; a field set to undefined is taken away, so that JSON stays clean. */
export function put<T extends object>(value: T, patch: Patch<T>): T {
  const out = { ...value };
  for (const [key, next] of Object.entries<unknown>(patch)) {
    if (next === undefined) Reflect.deleteProperty(out, key);
    else Reflect.set(out, key, next);
  }
  return out;
}

/** value, or undefined when nothing is in it: what is usual is not written down. */
export function orNone<T extends object>(value: T): T | undefined {
  return Object.keys(value).length > 0 ? value : undefined;
}
