import { Checkbox, Radio } from 'antd';
import { put, type EndNode } from '@/model';
import { useChangeNode } from '../change';
import { useInspectorFacts } from '../facts';
import { Section } from '../Section';
import { useWords } from '../words';

/** How the flow ends here. */
export function Result({ node }: { node: EndNode }) {
  const say = useWords();
  const change = useChangeNode();
  const { readOnly } = useInspectorFacts();
  const end = node.end ?? { result: 'approved' };
  return (
    <Section title={say('result')}>
      <Radio.Group
        value={end.result}
        disabled={readOnly}
        options={[
          { value: 'approved', label: say('result_approved') },
          { value: 'rejected', label: say('result_rejected') },
        ]}
        onChange={({ target }) => {
          const result = target.value === 'rejected' ? 'rejected' : 'approved';
          change(put(node, { end: put(end, { result }) }), 'result');
        }}
      />
      <Checkbox
        checked={end.whole === true}
        disabled={readOnly}
        onChange={({ target }) =>
          change(put(node, { end: put(end, { whole: target.checked || undefined }) }), 'whole')
        }
      >
        {say('whole')}
      </Checkbox>
    </Section>
  );
}
