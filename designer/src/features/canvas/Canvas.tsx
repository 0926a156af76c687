import {
  Background,
  BackgroundVariant,
  ConnectionMode,
  MiniMap,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useMemo, useRef, useState } from 'react';
import { useDesk, useEditor } from '@/actions';
import { useLanguage } from '@/i18n';
import { mayConnect } from '@/model';
import './canvas.css';
import { CanvasFactsContext, type CanvasFacts } from './CanvasFacts';
import { ArrowEdge } from './edges/ArrowEdge';
import { Heads } from './edges/Heads';
import { useChanges } from './gestures/useChanges';
import { useConnecting } from './gestures/useConnecting';
import { useDropping } from './gestures/useDropping';
import { useKeys } from './gestures/useKeys';
import { ROOM, useView } from './gestures/useView';
import { minimapColor } from './minimap';
import { useFocusSelects } from './gestures/useFocusSelects';
import { PartNode } from './nodes/PartNode';
import { ArrowBar } from './tools/ArrowBar';
import { ContextBar } from './tools/ContextBar';
import { FirstStep } from './tools/FirstStep';
import { Grow } from './tools/Grow';
import { Guides } from './tools/Guides';
import { LooseEnd } from './tools/LooseEnd';
import { ZoomBar } from './tools/ZoomBar';
import { useWords } from './words';

const nodeTypes = { part: PartNode };
const edgeTypes = { arrow: ArrowEdge };

/** The overview map; React Flow wants to know its size beforehand. */
const MAP = { width: 132, height: 92 };

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
  const [hasChart] = useState(() => editor.state().doc.nodes.length > 0);
  const readOnly = useEditor((state) => state.readOnly);
  const { alignment, ...changes } = useChanges();
  const { loose, place, forget, ...connecting } = useConnecting();
  const dropping = useDropping();
  const onFocus = useFocusSelects();
  const say = useWords();
  useKeys();
  useView(frame, setGrowing);
  return (
    <div className="fc-canvas" ref={frame} onFocus={onFocus} role="region" aria-label={say('chart')}>
      <ReactFlow
        {...changes}
        {...connecting}
        {...dropping}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        connectionMode={ConnectionMode.Strict}
        isValidConnection={({ source, target }) => mayConnect(editor.state().doc, source, target).ok}
        nodesConnectable={!readOnly}
        edgesReconnectable={!readOnly}
        onNodeDoubleClick={(_, node) => editor.name({ of: 'node', id: node.id })}
        onEdgeDoubleClick={(_, edge) => editor.name({ of: 'edge', id: edge.id })}
        onPaneClick={() => {
          setGrowing(undefined);
          forget();
        }}
        selectionMode={SelectionMode.Partial}
        selectionOnDrag
        panOnDrag={[1, 2]}
        panOnScroll
        zoomOnDoubleClick={false}
        deleteKeyCode={null}
        disableKeyboardA11y
        connectionRadius={4}
        minZoom={0.1}
        maxZoom={2.5}
        fitView={hasChart}
        fitViewOptions={{ padding: ROOM, maxZoom: 1 }}
      >
        <Background variant={BackgroundVariant.Dots} gap={24} size={1.4} color="var(--fl-line-strong)" />
        <Heads />
        <Guides alignment={alignment} />
        <Grow open={growing} onOpen={setGrowing} />
        <ContextBar />
        <ArrowBar />
        <ZoomBar />
        <MiniMap
          pannable
          zoomable
          style={MAP}
          ariaLabel={say('map')}
          nodeColor={minimapColor}
          nodeStrokeWidth={0}
        />
      </ReactFlow>
      <LooseEnd loose={loose} onPick={place} onClose={forget} />
      <FirstStep />
    </div>
  );
}
