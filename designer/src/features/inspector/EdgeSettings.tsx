import { Radio } from 'antd';
import { useEditor } from '@/actions';
import { useText } from '@/i18n';
import { edgesFrom, nodeOf, outcomeOf, type Edge } from '@/model';
import { useChangeEdge } from './change';
import { useInspectorFacts } from './facts';
import { BothLanguages } from './inputs/BothLanguages';
import { Section } from './Section';
import { Way } from './sections/Ways';
import { useWords } from './words';

/** The settings of one arrow: out of a decision its condition, out of an approval its outcome. */
export function EdgeSettings({ edge }: { edge: Edge }) {
  const say = useWords();
  const text = useText();
  const change = useChangeEdge();
  const from = useEditor((state) => nodeOf(state.doc, edge.from));
  const to = useEditor((state) => nodeOf(state.doc, edge.to));
  const name = (node: typeof from) => text(node?.name) || say('unnamed');
  return (
    <>
      <header className="fi-head">
        <h2>{say('edge')}</h2>
        <span>{say('fromTo', { from: name(from), to: name(to) })}</span>
      </header>
      {from?.kind === 'decision' ? (
        <Section title={say('condition')}>
          <Way edge={edge} />
        </Section>
      ) : (
        <Section title={say('names')}>
          <BothLanguages
            label={say('names')}
            value={edge.name}
            onChange={(next) => change(edge, { name: next }, 'name')}
          />
        </Section>
      )}
      {from?.kind === 'step' && from.action?.type === 'approve' && <Outcome edge={edge} />}
    </>
  );
}

function Outcome({ edge }: { edge: Edge }) {
  const say = useWords();
  const change = useChangeEdge();
  const { readOnly } = useInspectorFacts();
  const isTaken = useEditor((state) =>
    edgesFrom(state.doc, edge.from).some(
      (other) => other.id !== edge.id && outcomeOf(other) !== outcomeOf(edge),
    ),
  );
  return (
    <Section title={say('outcome')}>
      <Radio.Group
        value={outcomeOf(edge)}
        disabled={readOnly || isTaken}
        options={[
          { value: 'approved', label: say('outcome_approved') },
          { value: 'rejected', label: say('outcome_rejected') },
        ]}
        onChange={({ target }) =>
          change(edge, { on: target.value === 'rejected' ? 'rejected' : undefined }, 'on')
        }
      />
    </Section>
  );
}
