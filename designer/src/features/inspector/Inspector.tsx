import { ConfigProvider } from 'antd';
import { useEffect, useMemo, useRef } from 'react';
import { useEditor } from '@/actions';
import type { Company, RecordType } from '@/api';
import { edgeOf, nodeOf } from '@/model';
import { tokens } from '@/ui';
import { EdgeSettings } from './EdgeSettings';
import { InspectorFactsContext, type RuleSlot } from './facts';
import { FlowSettings } from './FlowSettings';
import './fold.css';
import './inspector.css';
import './lists.css';
import './inputs/rights.css';
import { NodeSettings } from './NodeSettings';
import { useWords } from './words';

/** What cannot be changed is still there to be read. */
const forReading = { token: { colorTextDisabled: tokens.inkSoft } };

interface InspectorProps {
  types: RecordType[];
  type: RecordType | undefined;
  company: Company;
  /** Builds conditions. */
  Rule: RuleSlot;
}

/** The settings of what is selected; of the flow when nothing is. */
export function Inspector({ types, type, company, Rule }: InspectorProps) {
  const readOnly = useEditor((state) => state.readOnly);
  const frame = useRef<HTMLDivElement>(null);
  const shown = useEditor(({ selection }) => selection.nodes[0] ?? selection.edges[0] ?? '');
  // Other settings are read from their beginning.
  useEffect(() => {
    for (let box: HTMLElement | null = frame.current; box; box = box.parentElement) box.scrollTop = 0;
  }, [shown]);
  const facts = useMemo(
    () => ({ types, type, company, Rule, readOnly }),
    [types, type, company, Rule, readOnly],
  );
  return (
    <InspectorFactsContext value={facts}>
      <ConfigProvider theme={readOnly ? forReading : {}}>
        <div ref={frame} className="fi-inspector">
          <Settings />
        </div>
      </ConfigProvider>
    </InspectorFactsContext>
  );
}

function Settings() {
  const selection = useEditor((state) => state.selection);
  const node = useEditor((state) => nodeOf(state.doc, state.selection.nodes[0] ?? ''));
  const edge = useEditor((state) => edgeOf(state.doc, state.selection.edges[0] ?? ''));
  const say = useWords();
  const count = selection.nodes.length + selection.edges.length;
  if (count > 1) {
    return (
      <header className="fi-head">
        <h2>{say('many', { nodes: selection.nodes.length, edges: selection.edges.length })}</h2>
        <span>{say('manyHint')}</span>
      </header>
    );
  }
  if (node) return <NodeSettings key={node.id} node={node} />;
  if (edge) return <EdgeSettings key={edge.id} edge={edge} />;
  return <FlowSettings />;
}
