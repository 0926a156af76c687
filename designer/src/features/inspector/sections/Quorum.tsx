import { Radio } from 'antd';
import { put, type QuorumMode, type StepNode } from '@/model';
import { useChangeNode, withAction } from '../change';
import { useInspectorFacts } from '../facts';
import { Section } from '../Section';
import { useWords } from '../words';

const MODES = ['any', 'all', 'order'] as const satisfies readonly QuorumMode[];

/** How many of the people asked must agree, in the words people use for it. */
export function Quorum({ node }: { node: StepNode }) {
  const say = useWords();
  const change = useChangeNode();
  const { readOnly } = useInspectorFacts();
  const { action } = node;
  if (action?.type !== 'approve') return null;
  return (
    <Section title={say('quorum')}>
      <Radio.Group
        className="fi-cards"
        aria-label={say('quorum')}
        value={action.quorum.mode}
        disabled={readOnly}
        onChange={({ target }) => {
          const mode = MODES.find((candidate) => candidate === target.value);
          if (mode) change(withAction(node, put(action, { quorum: { mode } })), 'quorum');
        }}
      >
        {MODES.map((mode) => (
          <Radio key={mode} value={mode}>
            <strong>{say(`quorum_${mode}`)}</strong>
            <small>{say(`quorum_${mode}_hint`)}</small>
          </Radio>
        ))}
      </Radio.Group>
    </Section>
  );
}
