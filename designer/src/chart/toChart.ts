import { MarkerType, type Edge, type Node } from '@xyflow/react';
import type { NodeProgress, PersonRef, Progress } from '@/api';
import { handlesOf, partOf, sizeOf, wayOf } from '@/kinds';
import { outcomeOf, type Definition, type FlowNode, type Point } from '@/model/document';
import type { Box } from '@/model/geometry';
import type { Tone } from '@/ui';

/** What a node of the read-only chart shows. */
export interface ChartNodeData extends Record<string, unknown> {
  node: FlowNode;
  progress: NodeProgress | undefined;
  people: Record<string, PersonRef>;
  /** Who would be asked, while nobody has been. */
  who: string;
  /** How many arrows come in. */
  waysIn: number;
}
export type ChartNode = Node<ChartNodeData, 'symbol'>;
export type ChartEdge = Edge<{ passed: number; name: string; tone: Tone; offset: number }, 'arrow'>;

export interface ChartInput {
  definition: Definition;
  progress?: Progress | undefined;
  people?: Record<string, PersonRef> | undefined;
  /** Places for nodes that have none of their own. */
  places?: Record<string, Point> | undefined;
  nameOf: (edge: Definition['edges'][number]) => string;
  whoOf: (node: FlowNode) => string;
}

function boxesOf({ definition, places }: ChartInput): Map<string, Box> {
  return new Map(
    definition.nodes.map((node, index) => {
      const { width, height } = sizeOf(node);
      const at = node.at ?? places?.[node.id] ?? { x: 0, y: index * 120 };
      return [node.id, { ...at, width, height }];
    }),
  );
}

/** The document with the state of an instance, as React Flow draws it. */
export function toChart(input: ChartInput): { nodes: ChartNode[]; edges: ChartEdge[] } {
  const boxes = boxesOf(input);
  const ends = new Map(
    input.definition.nodes.map((node) => [
      node.id,
      { kind: node.kind, box: boxes.get(node.id) ?? { x: 0, y: 0, ...sizeOf(node) } },
    ]),
  );
  const nodes = input.definition.nodes.map((node): ChartNode => {
    const { width, height, x, y } = boxes.get(node.id) ?? { x: 0, y: 0, ...sizeOf(node) };
    return {
      id: node.id,
      type: 'symbol',
      position: { x, y },
      width,
      height,
      handles: handlesOf(node),
      data: {
        node,
        progress: input.progress?.nodes[node.id],
        people: input.people ?? {},
        who: input.whoOf(node),
        waysIn: input.definition.edges.filter((edge) => edge.to === node.id).length,
      },
      ariaLabel: partOf(node).id,
    };
  });
  const all = [...ends.values()].map((end) => end.box);
  const edges = input.definition.edges.flatMap((edge): ChartEdge[] => {
    const from = ends.get(edge.from);
    const to = ends.get(edge.to);
    if (!from || !to) return [];
    const way = wayOf(from, to, outcomeOf(edge), all);
    const passed = input.progress?.edges[edge.id] ?? 0;
    const tone = outcomeOf(edge) === 'rejected' ? 'refused' : 'done';
    const colour = passed > 0 ? `var(--fl-${tone})` : 'var(--fl-line-strong)';
    return [
      {
        id: edge.id,
        source: edge.from,
        target: edge.to,
        sourceHandle: way.source,
        targetHandle: way.target,
        type: 'arrow',
        className: passed > 0 ? 'fl-chart-edge fl-chart-edge-passed' : 'fl-chart-edge',
        markerEnd: { type: MarkerType.ArrowClosed, width: 14, height: 14, color: colour },
        zIndex: passed > 0 ? 1 : 0,
        focusable: false,
        data: { passed, name: input.nameOf(edge), tone: passed > 0 ? tone : 'idle', offset: way.offset },
        style: { stroke: colour },
      },
    ];
  });
  return { nodes, edges };
}
