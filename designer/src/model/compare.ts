/** What differs between two documents, node by node, for a person who has to choose between them. */
import type { Definition, FlowNode } from './document';
import { nodeOf } from './graph';

export interface Difference {
  onlyFirst: FlowNode[];
  onlySecond: FlowNode[];
  /** Other settings; a symbol that was only moved is not counted. */
  changed: FlowNode[];
  /** Arrows that are only in one of them, or lead elsewhere or by another rule. */
  arrows: number;
}

export function compare(first: Definition, second: Definition): Difference {
  const firstArrows = new Set(first.edges.map(arrowSays));
  const secondArrows = new Set(second.edges.map(arrowSays));
  return {
    onlyFirst: first.nodes.filter((node) => !nodeOf(second, node.id)),
    onlySecond: second.nodes.filter((node) => !nodeOf(first, node.id)),
    changed: first.nodes.filter((node) => {
      const other = nodeOf(second, node.id);
      return other !== undefined && withoutPlace(node) !== withoutPlace(other);
    }),
    arrows:
      [...firstArrows].filter((arrow) => !secondArrows.has(arrow)).length +
      [...secondArrows].filter((arrow) => !firstArrows.has(arrow)).length,
  };
}

const withoutPlace = (node: FlowNode): string => sorted({ ...node, at: undefined });

const arrowSays = (edge: Definition['edges'][number]): string => sorted({ ...edge, id: undefined });

function sorted(value: object): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
