import { Radio } from 'antd';
import { edgesFrom, put, type DecisionNode } from '@/model';
import { useEditor } from '@/actions';
import { useChangeNode } from '../change';
import { useInspectorFacts } from '../facts';
import { Section } from '../Section';
import { useWords } from '../words';

/** Whether a decision takes one way or every way whose condition is true; asked once there are ways to choose from. */
export function Match({ node }: { node: DecisionNode }) {
  const say = useWords();
  const change = useChangeNode();
  const { readOnly } = useInspectorFacts();
  const count = useEditor((state) => edgesFrom(state.doc, node.id).length);
  if (count < 3 && node.decision?.match !== 'all') return null;
  return (
    <Section title={say('match')}>
      <Radio.Group
        value={node.decision?.match ?? 'first'}
        disabled={readOnly}
        options={[
          { value: 'first', label: say('match_first') },
          { value: 'all', label: say('match_all') },
        ]}
        onChange={({ target }) =>
          change(put(node, { decision: target.value === 'all' ? { match: 'all' } : undefined }), 'match')
        }
      />
    </Section>
  );
}
