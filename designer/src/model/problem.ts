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
}

export type Severity = Problem['severity'];

/** The worst severity at each node and at each arrow, by id. */
export interface Marks {
  nodes: ReadonlyMap<string, Severity>;
  edges: ReadonlyMap<string, Severity>;
}

export function marksOf(problems: readonly Problem[]): Marks {
  const nodes = new Map<string, Severity>();
  const edges = new Map<string, Severity>();
  for (const { edge, node, severity } of problems) {
    if (edge !== undefined) mark(edges, edge, severity);
    else if (node !== undefined) mark(nodes, node, severity);
  }
  return { nodes, edges };
}

function mark(marks: Map<string, Severity>, id: string, severity: Severity): void {
  if (marks.get(id) !== 'error') marks.set(id, severity);
}

export function countOf(problems: readonly Problem[]): { errors: number; warnings: number } {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  return { errors, warnings: problems.length - errors };
}
