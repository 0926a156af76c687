import {
  Background,
  BackgroundVariant,
  ConnectionMode,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useStore,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useDesk, useEditor } from '@/actions';
import { useLanguage } from '@/i18n';
import './canvas.css';
import './nodes/nodes.css';
import './nodes/handles.css';
import './edges/edges.css';
import './tools/tools.css';
import { CanvasFactsContext, type CanvasFacts } from './CanvasFacts';
import { ArrowEdge } from './edges/ArrowEdge';
import { Heads } from './edges/Heads';
import { LabelLayer, LabelLayerProvider } from './edges/LabelLayer';
import { useChanges } from './gestures/useChanges';
import { useConnecting } from './gestures/useConnecting';
import { useDropping } from './gestures/useDropping';
import { useKeys } from './gestures/useKeys';
import { ROOM, useView } from './gestures/useView';
import { useFocusSelects } from './gestures/useFocusSelects';
import { DrawnContext } from './nodes/connecting';
import { PartNode } from './nodes/PartNode';
import { ArrowBar } from './tools/ArrowBar';
import { ContextBar } from './tools/ContextBar';
import { FirstStep } from './tools/FirstStep';
import { Grow } from './tools/Grow';
import { Guides } from './tools/Guides';
import { LooseEnd } from './tools/LooseEnd';
import { Overview } from './tools/Overview';
import { ZoomBar } from './tools/ZoomBar';
import type { ViewEdge, ViewNode } from './toReactFlow';
import { useWords } from './words';

const nodeTypes = { part: PartNode };
const edgeTypes = { arrow: ArrowEdge };

/**
 * Below this zoom a name is under four pixels high, too small to read. Names are then left out: drawing 500 of them and
 * those of 700 arrows costs half of a frame.
 */
const LEGIBLE = 0.25;

// Objects that are made once: React Flow compares what it is handed.
const PAN = [1, 2];
const MULTI = ['Shift', 'Control', 'Meta'];
const FIT = { padding: ROOM, maxZoom: 1 };

interface CanvasProps {
  company: CanvasFacts['company'];
  type: CanvasFacts['type'];
}

/** The chart as it is drawn: everything on it is the document's, everything done to it is an Edit. */
export function Canvas({ company, type }: CanvasProps) {
  const lang = useLanguage();
  const facts = useMemo(() => ({ lang, company, type }), [lang, company, type]);
  return (
    <CanvasFactsContext value={facts}>
      <ReactFlowProvider>
        <Chart />
      </ReactFlowProvider>
    </CanvasFactsContext>
  );
}

function Chart() {
  const { editor } = useDesk();
  const frame = useRef<HTMLDivElement>(null);
  const [growing, setGrowing] = useState<string>();
  const [labels, setLabels] = useState<HTMLElement | null>(null);
  const [hasChart] = useState(() => editor.state().doc.nodes.length > 0);
  const readOnly = useEditor((state) => state.readOnly);
  const { alignment, view } = useChanges();
  const { loose, place, forget, drawn, handlers } = useConnecting();
  const dropping = useDropping();
  const naming = useMemo(
    () => ({
      onNodeDoubleClick: (_: unknown, node: ViewNode) => editor.name({ of: 'node', id: node.id }),
      onEdgeDoubleClick: (_: unknown, edge: ViewEdge) => editor.name({ of: 'edge', id: edge.id }),
    }),
    [editor],
  );
  const onPaneClick = useCallback(() => {
    setGrowing(undefined);
    forget(undefined);
  }, [forget]);
  const onFocus = useFocusSelects();
  const say = useWords();
  const isFar = useStore((state) => state.transform[2] < LEGIBLE);
  useKeys();
  useView(frame, setGrowing);
  return (
    <div
      className={isFar ? 'fc-canvas fc-far' : 'fc-canvas'}
      ref={frame}
      onFocus={onFocus}
      role="region"
      aria-label={say('chart')}
    >
      <DrawnContext value={drawn}>
        <LabelLayerProvider layer={labels}>
          <ReactFlow
            {...view}
            {...handlers}
            {...naming}
            {...dropping}
            nodeTypes={nodeTypes}
            edgeTypes={edgeTypes}
            connectionMode={ConnectionMode.Strict}
            nodesConnectable={!readOnly}
            edgesReconnectable={!readOnly}
            onPaneClick={onPaneClick}
            selectionMode={SelectionMode.Partial}
            selectionOnDrag
            selectionKeyCode={null}
            multiSelectionKeyCode={MULTI}
            panOnDrag={PAN}
            panOnScroll
            zoomOnDoubleClick={false}
            deleteKeyCode={null}
            disableKeyboardA11y
            connectionRadius={4}
            minZoom={0.1}
            maxZoom={2.5}
            fitView={hasChart}
            fitViewOptions={FIT}
          >
            <Background variant={BackgroundVariant.Dots} gap={24} size={1.4} color="var(--fl-line-strong)" />
            <Heads />
            <LabelLayer onLayer={setLabels} />
            <Guides alignment={alignment} />
            <Grow open={growing} onOpen={setGrowing} />
            <ContextBar />
            <ArrowBar />
            <ZoomBar />
            <Overview />
          </ReactFlow>
        </LabelLayerProvider>
      </DrawnContext>
      <LooseEnd loose={loose} onPick={place} onClose={() => forget(undefined)} />
      <FirstStep />
    </div>
  );
}
