import { DeleteOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useMemo } from 'react';
import { useDesk, useEditor } from '@/actions';
import { useText } from '@/i18n';
import { connect, edgesFrom, mayConnect, nodeOf, outcomeOf, type Edge, type FlowNode } from '@/model';
import { useInspectorFacts } from '../facts';
import { Section } from '../Section';
import { useWords } from '../words';

/** Where a node leads to, without the mouse. */
export function Arrows({ node }: { node: FlowNode }) {
  const say = useWords();
  const edges = useEditor((state) => edgesFrom(state.doc, node.id));
  if (node.kind === 'end' || node.kind === 'decision') return null;
  return (
    <Section title={say('arrows')}>
      {edges.length > 0 && (
        <ul className="fi-arrows">
          {edges.map((edge) => (
            <ArrowLine key={edge.id} edge={edge} />
          ))}
        </ul>
      )}
      <AddArrow node={node} />
    </Section>
  );
}

function ArrowLine({ edge }: { edge: Edge }) {
  const { editor } = useDesk();
  const { readOnly } = useInspectorFacts();
  const say = useWords();
  const text = useText();
  const target = useEditor((state) => nodeOf(state.doc, edge.to)?.name);
  const name = text(target) || say('unnamed');
  return (
    <li>
      <button type="button" className="fi-link" onClick={() => editor.select({ nodes: [edge.to] })}>
        {name}
      </button>
      {outcomeOf(edge) === 'rejected' && <span className="fi-tag">{say('afterRefusal')}</span>}
      {outcomeOf(edge) === 'late' && <span className="fi-tag">{say('afterTimeOut')}</span>}
      <Button
        size="small"
        type="text"
        icon={<DeleteOutlined />}
        aria-label={say('removeArrow', { name })}
        disabled={readOnly}
        onClick={() => editor.edit({ type: 'removeElements', nodes: [], edges: [edge.id] })}
      />
    </li>
  );
}

/** Draws an arrow to a node chosen by its name; offered as long as one may be drawn. */
export function AddArrow({ node }: { node: FlowNode }) {
  const { editor } = useDesk();
  const { readOnly } = useInspectorFacts();
  const say = useWords();
  const text = useText();
  const doc = useEditor((state) => state.doc);
  const options = useMemo(
    () =>
      doc.nodes
        .filter((other) => mayConnect(doc, node.id, other.id).ok)
        .map((other) => ({ value: other.id, label: text(other.name) || `${say('unnamed')} (${other.id})` })),
    [doc, node.id, text, say],
  );
  if (readOnly || options.length === 0) return null;
  return (
    <Select
      className="fi-wide"
      aria-label={say('addArrow')}
      placeholder={say('addArrow')}
      value={null}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(to: string | null) => {
        const drawn = to === null ? undefined : connect(editor.state().doc, node.id, to);
        if (drawn?.ok) editor.edit(drawn.edit);
      }}
    />
  );
}
