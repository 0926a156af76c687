import { Radio } from 'antd';
import { put, type Quorum as QuorumRule, type QuorumMode, type StepNode } from '@/model';
import { isApproving, useChangeApproving, type Approving } from '../change';
import { useInspectorFacts } from '../facts';
import { Tick } from '../inputs/Tick';
import { WhoSelect } from '../inputs/WhoSelect';
import { Section } from '../Section';
import { useTerms } from '../terms';
import { useWords } from '../words';
import { Vote } from './Vote';

const MODES = ['any', 'all', 'order', 'vote'] as const satisfies readonly QuorumMode[];

/** How many of the people asked must agree, in the words people use for it. */
export function Quorum({ node }: { node: StepNode }) {
  return isApproving(node) ? <Modes node={node} /> : null;
}

function Modes({ node }: { node: Approving }) {
  const say = useWords();
  const change = useChangeApproving(node);
  const { readOnly } = useInspectorFacts();
  const { quorum } = node.action;
  const write = (next: QuorumRule, topic: string) => change({ quorum: next }, topic);
  return (
    <Section title={say('quorum')}>
      <Radio.Group
        className="fi-cards"
        aria-label={say('quorum')}
        value={quorum.mode}
        disabled={readOnly}
        onChange={({ target }) => {
          const mode = MODES.find((candidate) => candidate === target.value);
          if (mode) write(inMode(quorum, mode), 'quorum');
        }}
      >
        {MODES.map((mode) => (
          <Radio key={mode} value={mode}>
            <strong>{say(`quorum_${mode}`)}</strong>
            <small>{say(`quorum_${mode}_hint`)}</small>
          </Radio>
        ))}
      </Radio.Group>
      <Options quorum={quorum} onChange={write} />
    </Section>
  );
}

interface OptionsProps {
  quorum: QuorumRule;
  onChange: (quorum: QuorumRule, topic: string) => void;
}

/** What can be said further of the chosen mode. */
function Options({ quorum, onChange }: OptionsProps) {
  const term = useTerms();
  switch (quorum.mode) {
    case 'any':
      return (
        <Tick
          label={term('allRejects')}
          value={quorum.allRejects === true}
          onChange={(is) => onChange(put(quorum, { allRejects: is || undefined }), 'allRejects')}
        />
      );
    case 'all':
      return (
        <>
          <Tick
            label={term('waitAll')}
            value={quorum.waitAll === true}
            onChange={(is) => onChange(put(quorum, { waitAll: is || undefined }), 'waitAll')}
          />
          <Veto quorum={quorum} hint={term('vetoAllHint')} onChange={onChange} />
        </>
      );
    case 'vote':
      return (
        <>
          {quorum.vote && (
            <Vote vote={quorum.vote} onChange={(vote, topic) => onChange({ ...quorum, vote }, topic)} />
          )}
          <Veto quorum={quorum} hint={term('vetoVoteHint')} onChange={onChange} />
        </>
      );
    case 'order':
      return null;
  }
}

function Veto({ quorum, hint, onChange }: OptionsProps & { hint: string }) {
  const term = useTerms();
  const veto = quorum.veto ?? [];
  return (
    <div className="fi-stack">
      <p className="fi-label">{term('veto')}</p>
      <WhoSelect
        label={term('veto')}
        otherwise={term('noVeto')}
        value={veto}
        onChange={(next) => onChange(put(quorum, { veto: next.length > 0 ? next : undefined }), 'veto')}
      />
      {veto.length > 0 && <p className="fi-note">{hint}</p>}
    </div>
  );
}

/** The quorum in another mode; a veto stays where the other mode knows it, and a vote begins with more than half. */
function inMode(quorum: QuorumRule, mode: QuorumMode): QuorumRule {
  const veto = mode === 'all' || mode === 'vote' ? quorum.veto : undefined;
  const vote = mode === 'vote' ? { share: { of: 1, all: 2 }, over: true } : undefined;
  return put<QuorumRule>({ mode }, { veto, vote });
}
