import { Checkbox } from 'antd';
import { useDesk, useEditor } from '@/actions';
import { useText } from '@/i18n';
import { edgesFrom, nodeOf, put, type DecisionNode, type Edge, type Edit } from '@/model';
import { useChangeEdge } from '../change';
import { useInspectorFacts } from '../facts';
import { BothLanguages } from '../inputs/BothLanguages';
import { MoveButtons, moved } from '../inputs/OrderList';
import { Section } from '../Section';
import { useWords } from '../words';
import { AddArrow } from './Arrows';

/** The arrows of a decision in the order they are tried, each with its condition. */
export function Ways({ node }: { node: DecisionNode }) {
  const say = useWords();
  const { editor } = useDesk();
  const edges = useEditor((state) => edgesFrom(state.doc, node.id));
  const ids = edges.map((edge) => edge.id);
  return (
    <Section title={say('ways')} hint={say(edges.length > 0 ? 'waysHint' : 'noWays')}>
      <ol className="fi-ways">
        {edges.map((edge, at) => (
          <li key={edge.id}>
            <WayHead
              edge={edge}
              at={at}
              count={edges.length}
              onMove={(to) => editor.edit({ type: 'orderEdges', ids: moved(ids, at, to) })}
            />
            <Way edge={edge} />
          </li>
        ))}
      </ol>
      <AddArrow node={node} />
    </Section>
  );
}

interface WayHeadProps {
  edge: Edge;
  at: number;
  count: number;
  onMove: (to: number) => void;
}

function WayHead({ edge, at, count, onMove }: WayHeadProps) {
  const say = useWords();
  const text = useText();
  const target = useEditor((state) => nodeOf(state.doc, edge.to)?.name);
  return (
    <header>
      <span className="fi-number">{at + 1}</span>
      <span className="fi-way-to">{say('leadsTo', { name: text(target) || say('unnamed') })}</span>
      <MoveButtons at={at} count={count} onMove={onMove} />
    </header>
  );
}

/** One way out: its name, its condition, or that it is for everything else. */
export function Way({ edge }: { edge: Edge }) {
  const say = useWords();
  const { editor } = useDesk();
  const change = useChangeEdge();
  const { Rule, type, types, company, readOnly } = useInspectorFacts();

  /** Only one way is for everything else. */
  function makeDefault(isDefault: boolean): void {
    const others = edgesFrom(editor.state().doc, edge.from).filter(
      (other) => other.default && other.id !== edge.id,
    );
    const edits: Edit[] = isDefault
      ? others.map((other) => ({ type: 'changeEdge', edge: put(other, { default: undefined }) }))
      : [];
    edits.push({
      type: 'changeEdge',
      edge: put(edge, isDefault ? { default: true, when: undefined } : { default: undefined }),
    });
    editor.edit({ type: 'together', edits });
  }

  return (
    <>
      <BothLanguages
        label={say('names')}
        value={edge.name}
        onChange={(name) => change(edge, { name }, 'name')}
      />
      <Checkbox
        checked={edge.default === true}
        disabled={readOnly}
        onChange={({ target }) => makeDefault(target.checked)}
      >
        {say('isDefault')}
      </Checkbox>
      {!edge.default && (
        <Rule
          key={edge.id}
          value={edge.when ?? ''}
          type={type}
          types={types}
          company={company}
          disabled={readOnly}
          onChange={(when) => change(edge, { when: when || undefined }, 'when')}
        />
      )}
    </>
  );
}
