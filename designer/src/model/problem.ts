import type { Text } from './text';

/** One thing wrong with the flow, as the check finds it. */
export interface Problem {
  code: string;
  severity: 'error' | 'warning';
  node?: string;
  edge?: string;
  path?: string;
  text: Text;
  remedy: Text;
  /** The shortest way to it, for what only shows when instances run. */
  trace?: readonly TraceStep[];
}

/** A node on the way, and the arrow by which it is left. */
export interface TraceStep {
  node: string;
  edge?: string;
  choice?: Text;
}

/** The places of a node on a way, from 1; a way may come to it again. */
export function placesOn(trace: readonly TraceStep[], node: string): string {
  return trace.flatMap((step, at) => (step.node === node ? [at + 1] : [])).join(' · ');
}

export type Severity = Problem['severity'];

/** The worst severity at each node and at each arrow, by id. */
export interface Marks {
  nodes: ReadonlyMap<string, Severity>;
  edges: ReadonlyMap<string, Severity>;
}

const knownMarks = new WeakMap<readonly Problem[], Marks>();

/** The same answer for the same list, so that many symbols can ask. */
export function marksOf(problems: readonly Problem[]): Marks {
  const known = knownMarks.get(problems);
  if (known) return known;
  const nodes = new Map<string, Severity>();
  const edges = new Map<string, Severity>();
  for (const { edge, node, severity } of problems) {
    if (edge) mark(edges, edge, severity);
    else if (node) mark(nodes, node, severity);
  }
  const marks = { nodes, edges };
  knownMarks.set(problems, marks);
  return marks;
}

function mark(marks: Map<string, Severity>, id: string, severity: Severity): void {
  if (marks.get(id) !== 'error') marks.set(id, severity);
}

export interface Count {
  errors: number;
  warnings: number;
}

const knownCounts = new WeakMap<readonly Problem[], Count>();

export function countOf(problems: readonly Problem[]): Count {
  const known = knownCounts.get(problems);
  if (known) return known;
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const count = { errors, warnings: problems.length - errors };
  knownCounts.set(problems, count);
  return count;
}
