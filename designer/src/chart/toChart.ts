import { MarkerType, Position, type Edge, type Node, type NodeHandle } from '@xyflow/react';
import type { NodeProgress, PersonRef, Progress } from '@/api';
import { partOf, sizeOf } from '@/kinds';
import { outcomeOf, type Definition, type FlowNode, type Point } from '@/model/document';
import type { Box } from '@/model/geometry';
import type { Tone } from '@/ui';
import { sides, type Side } from './sides';

/** What a node of the read-only chart shows. */
export interface ChartNodeData extends Record<string, unknown> {
  node: FlowNode;
  progress: NodeProgress | undefined;
  people: Record<string, PersonRef>;
  /** Who would be asked, while nobody has been. */
  who: string;
}
export type ChartNode = Node<ChartNodeData, 'symbol'>;
export type ChartEdge = Edge<{ passed: number; name: string; tone: Tone }, 'arrow'>;

export interface ChartInput {
  definition: Definition;
  progress?: Progress | undefined;
  people?: Record<string, PersonRef> | undefined;
  /** Places for nodes that have none of their own. */
  places?: Record<string, Point> | undefined;
  nameOf: (edge: Definition['edges'][number]) => string;
  whoOf: (node: FlowNode) => string;
}

const positions: Record<Side, Position> = {
  top: Position.Top,
  right: Position.Right,
  bottom: Position.Bottom,
  left: Position.Left,
};

/** Where lines may leave and reach a symbol, told beforehand so that they are drawn with the first picture. */
function handlesOf({ width, height }: { width: number; height: number }): NodeHandle[] {
  const at: Record<Side, Point> = {
    top: { x: width / 2, y: 0 },
    right: { x: width, y: height / 2 },
    bottom: { x: width / 2, y: height },
    left: { x: 0, y: height / 2 },
  };
  const all: Side[] = ['top', 'right', 'bottom', 'left'];
  return all.flatMap((side) =>
    (['source', 'target'] as const).map((type) => ({
      id: side,
      type,
      position: positions[side],
      ...at[side],
      width: 1,
      height: 1,
    })),
  );
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
      handles: handlesOf({ width, height }),
      data: {
        node,
        progress: input.progress?.nodes[node.id],
        people: input.people ?? {},
        who: input.whoOf(node),
      },
      ariaLabel: partOf(node).id,
    };
  });
  const edges = input.definition.edges.flatMap((edge): ChartEdge[] => {
    const from = ends.get(edge.from);
    const to = ends.get(edge.to);
    if (!from || !to) return [];
    const way = sides(from, to, outcomeOf(edge));
    const passed = input.progress?.edges[edge.id] ?? 0;
    const tone = outcomeOf(edge) === 'rejected' ? 'refused' : 'done';
    const colour = passed > 0 ? `var(--fl-${tone})` : 'var(--fl-line-strong)';
    return [
      {
        id: edge.id,
        source: edge.from,
        target: edge.to,
        sourceHandle: way.from,
        targetHandle: way.to,
        type: 'arrow',
        className: passed > 0 ? 'fl-chart-edge fl-chart-edge-passed' : 'fl-chart-edge',
        markerEnd: { type: MarkerType.ArrowClosed, width: 14, height: 14, color: colour },
        zIndex: passed > 0 ? 1 : 0,
        focusable: false,
        data: { passed, name: input.nameOf(edge), tone: passed > 0 ? tone : 'idle' },
        style: { stroke: colour },
      },
    ];
  });
  return { nodes, edges };
}
