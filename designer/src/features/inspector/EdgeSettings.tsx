import { Radio } from 'antd';
import { useEditor } from '@/actions';
import { useText } from '@/i18n';
import { decides, edgesFrom, leavesLate, nodeOf, outcomeOf, type Edge, type FlowNode } from '@/model';
import { useChangeEdge } from './change';
import { useInspectorFacts } from './facts';
import { BothLanguages } from './inputs/BothLanguages';
import { Section } from './Section';
import { Way } from './sections/Ways';
import { useWords } from './words';

const OUTCOMES = ['approved', 'rejected', 'late'] as const;

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
      {from && (decides(from) || leavesLate(from) || edge.on === 'late') && (
        <Outcome edge={edge} from={from} />
      )}
    </>
  );
}

/** What an arrow out of a step is for; each outcome has one arrow at most. */
function Outcome({ edge, from }: { edge: Edge; from: FlowNode }) {
  const say = useWords();
  const change = useChangeEdge();
  const { readOnly } = useInspectorFacts();
  const doc = useEditor((state) => state.doc);
  const taken = edgesFrom(doc, edge.from).flatMap((other) =>
    other.id === edge.id ? [] : [outcomeOf(other)],
  );
  const outcomes = OUTCOMES.filter(
    (outcome) =>
      outcome === outcomeOf(edge) ||
      outcome === 'approved' ||
      (outcome === 'rejected' ? decides(from) : leavesLate(from)),
  );
  return (
    <Section title={say('outcome')}>
      <Radio.Group
        value={outcomeOf(edge)}
        disabled={readOnly}
        options={outcomes.map((value) => ({
          value,
          label: say(value === 'approved' && !decides(from) ? 'outcome_done' : `outcome_${value}`),
          disabled: taken.includes(value),
        }))}
        onChange={({ target }) => {
          const on = OUTCOMES.find((outcome) => outcome === target.value);
          change(edge, { on: on === 'approved' ? undefined : on }, 'on');
        }}
      />
    </Section>
  );
}
