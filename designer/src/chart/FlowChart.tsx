import { Background, Controls, Panel, ReactFlow, type EdgeTypes, type NodeTypes } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { Suspense, useCallback, useMemo, useState } from 'react';
import { useCompany, useRecordType, type Part, type PersonRef, type Progress } from '@/api';
import { describeWho, peopleOf } from '@/kinds';
import { useLanguage, useText } from '@/i18n';
import type { Definition, FlowNode } from '@/model/document';
import { later } from '@/ui';
import { ArrowEdge } from './ArrowEdge';
import { Legend } from './Legend';
import { SymbolNode } from './SymbolNode';
import { toChart } from './toChart';
import { usePlaces } from './usePlaces';
import { useWords } from './words';
import './chart.css';

const NodeDetails = later(async () => (await import('./NodeDetails')).NodeDetails);

const nodeTypes: NodeTypes = { symbol: SymbolNode };
const edgeTypes: EdgeTypes = { arrow: ArrowEdge };

/** Nodes to choose from by pressing one. */
export interface ChartChoice {
  offered: readonly string[];
  chosen: string | undefined;
  onChoose: (node: string) => void;
}

interface FlowChartProps {
  definition: Definition;
  progress?: Progress | undefined;
  people?: Record<string, PersonRef> | undefined;
  /** What its sub-flow steps had run. */
  parts?: readonly Part[] | undefined;
  /** Pressing a node chooses it instead of telling about it. */
  choice?: ChartChoice | undefined;
}

/** A flow as it was drawn, to look at; with progress it shows where an instance stands. */
export function FlowChart({ definition, progress, people, parts, choice }: FlowChartProps) {
  const say = useWords();
  const text = useText();
  const lang = useLanguage();
  const company = useCompany().data;
  const type = useRecordType(definition.record);
  const places = usePlaces(definition);
  const [chosen, setChosen] = useState<string>();

  const whoOf = useCallback(
    (node: FlowNode): string => describeWho(peopleOf(node) ?? [], company, type, lang),
    [company, type, lang],
  );
  const { nodes, edges } = useMemo(
    () => toChart({ definition, progress, people, places, whoOf, nameOf: (edge) => text(edge.name) }),
    [definition, progress, people, places, whoOf, text],
  );
  const here = definition.nodes.filter((node) => progress?.nodes[node.id]?.state === 'here');
  const label = say('chartOf', {
    name: text(definition.name),
    where: here.map((node) => text(node.name)).join(say('comma')) || say('nowhere'),
  });
  const node = definition.nodes.find((one) => one.id === chosen);
  // A whole chart on a phone is too small to read: there it opens at the place where things stand.
  const narrow = window.matchMedia('(max-width: 760px)').matches;
  const around = withNeighbours(definition, here);

  return (
    <div className="fl-chart" role="group" aria-label={progress ? label : say('chart')}>
      <ReactFlow
        nodes={choice ? nodes.map((one) => ({ ...one, className: markOf(one.id, choice) })) : nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodeClick={(_, clicked) => {
          if (!choice) setChosen(clicked.id);
          else if (choice.offered.includes(clicked.id)) choice.onChoose(clicked.id);
        }}
        onPaneClick={() => setChosen(undefined)}
        nodesDraggable={false}
        nodesConnectable={false}
        edgesFocusable={false}
        nodesFocusable={false}
        zoomOnScroll={false}
        preventScrolling={false}
        panOnScroll={false}
        minZoom={0.15}
        maxZoom={1.6}
        fitView
        fitViewOptions={{
          padding: 0.06,
          maxZoom: 1,
          ...(narrow && around.length > 0 ? { nodes: around } : {}),
        }}
        proOptions={{ hideAttribution: true }}
      >
        <Background gap={24} color="var(--fl-line)" />
        <Controls showInteractive={false} position="top-right" />
        {node ? (
          <Panel position="bottom-left">
            <Suspense>
              <NodeDetails
                node={node}
                progress={progress?.nodes[node.id]}
                people={people ?? {}}
                who={whoOf(node)}
                parts={(parts ?? []).filter((part) => part.node === node.id)}
                onClose={() => setChosen(undefined)}
              />
            </Suspense>
          </Panel>
        ) : null}
      </ReactFlow>
      {progress ? <Legend /> : null}
    </div>
  );
}

/** How a node looks while one is to be chosen. */
function markOf(id: string, { offered, chosen }: ChartChoice): string {
  if (id === chosen) return 'fl-chart-chosen';
  return offered.includes(id) ? 'fl-chart-offered' : 'fl-chart-barred';
}

/** The nodes with those before them, which say how the flow came there. */
function withNeighbours(definition: Definition, nodes: readonly FlowNode[]): { id: string }[] {
  const ids = new Set(nodes.map((node) => node.id));
  const before = definition.edges.filter((edge) => ids.has(edge.to)).map((edge) => edge.from);
  return [...ids, ...before].map((id) => ({ id }));
}
