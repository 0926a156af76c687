/**
 * Which gestures are allowed while drawing. Only what could never make sense is refused, with a reason; whether the
 * whole flow is valid is the check's question.
 */
import { outcomeOf, unreachable, type Definition, type Edge, type FlowNode } from './document';
import { decides, edgesFrom, nodeOf } from './graph';

/** Why an arrow cannot be drawn. */
export type ConnectRefusal = 'unknown' | 'self' | 'into_start' | 'out_of_end' | 'twice' | 'one_way_out';

export type MayConnect = { ok: true; on: Edge['on'] } | { ok: false; why: ConnectRefusal };

/**
 * Whether an arrow may lead from one node to another, and for which outcome: a second arrow out of a step is the one for
 * time running out where the step has such a one, else out of an approval the one for a refusal. moving names an arrow that is being led elsewhere and does not stand in its own way.
 */
export function mayConnect(doc: Definition, from: string, to: string, moving?: string): MayConnect {
  const source = nodeOf(doc, from);
  const target = nodeOf(doc, to);
  if (!source || !target) return refused('unknown');
  if (from === to) return refused('self');
  if (target.kind === 'start') return refused('into_start');
  if (source.kind === 'end') return refused('out_of_end');
  const others = edgesFrom(doc, from).filter((edge) => edge.id !== moving);
  if (others.some((edge) => edge.to === to) && source.kind !== 'decision') return refused('twice');
  return wayOut(
    source,
    others,
    doc.edges.find((edge) => edge.id === moving),
  );
}

function wayOut(source: FlowNode, others: readonly Edge[], moved: Edge | undefined): MayConnect {
  switch (source.kind) {
    case 'decision':
    case 'fork':
      return { ok: true, on: undefined };
    case 'step': {
      const taken = new Set(others.map(outcomeOf));
      if (moved?.from === source.id && !taken.has(outcomeOf(moved))) return { ok: true, on: moved.on };
      if (!taken.has('approved')) return free();
      if (leavesLate(source) && !taken.has('late')) return { ok: true, on: 'late' };
      const refusable = decides(source) && !taken.has('rejected');
      return refusable ? { ok: true, on: 'rejected' } : refused('one_way_out');
    }
    case 'start':
    case 'join':
      return others.length === 0 ? free() : refused('one_way_out');
    case 'end':
      return refused('out_of_end');
    default:
      return unreachable(source);
  }
}

/** Whether a step says that it is left by an arrow of its own when time runs out. */
export function leavesLate(node: FlowNode): boolean {
  const action = node.kind === 'step' ? node.action : undefined;
  if (action?.type !== 'approve' && action?.type !== 'do') return false;
  return action.late?.some((late) => late.do === 'line') ?? false;
}

const free = (): MayConnect => ({ ok: true, on: undefined });
const refused = (why: ConnectRefusal): MayConnect => ({ ok: false, why });

/** Whether anything more may lead out of a node: then it shows a "+". */
export function canGrow(doc: Definition, id: string): boolean {
  const node = nodeOf(doc, id);
  return node !== undefined && wayOut(node, edgesFrom(doc, id), undefined).ok;
}

/** For which outcome the next arrow out of a node would be. */
export function nextOutcome(doc: Definition, id: string): Edge['on'] {
  const node = nodeOf(doc, id);
  const way = node && wayOut(node, edgesFrom(doc, id), undefined);
  return way?.ok ? way.on : undefined;
}
