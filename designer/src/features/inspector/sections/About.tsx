import { Input, Select } from 'antd';
import { useDesk, useEditor } from '@/actions';
import { useText } from '@/i18n';
import { put, type FlowNode } from '@/model';
import { useChangeNode } from '../change';
import { useInspectorFacts } from '../facts';
import { BothLanguages } from '../inputs/BothLanguages';
import { Labelled, Section } from '../Section';
import { useWords } from '../words';

/** What to do and why, with what, and in which lane. */
export function About({ node }: { node: FlowNode }) {
  const say = useWords();
  const text = useText();
  const change = useChangeNode();
  const { editor } = useDesk();
  const { readOnly } = useInspectorFacts();
  const lanes = useEditor((state) => state.doc.lanes);
  return (
    <Section title={say('about')} hint={say('whatAndWhy')}>
      <BothLanguages
        label={say('about')}
        rows={2}
        value={node.description}
        onChange={(description) => change(put(node, { description }), 'description')}
      />
      <div className="fi-pair">
        <Labelled label={say('tool')}>
          <Input
            value={node.tool ?? ''}
            disabled={readOnly}
            placeholder={say('toolHint')}
            maxLength={60}
            onBlur={() => editor.seal()}
            onChange={(event) => change(put(node, { tool: event.target.value || undefined }), 'tool')}
          />
        </Labelled>
        <Labelled label={say('lane')}>
          <Select
            className="fi-wide"
            value={node.lane ?? ''}
            disabled={readOnly}
            options={[
              { value: '', label: say('noLane') },
              ...(lanes ?? []).map((lane) => ({ value: lane.id, label: text(lane.name) })),
            ]}
            onChange={(lane: string) => change(put(node, { lane: lane || undefined }), 'lane')}
          />
        </Labelled>
      </div>
    </Section>
  );
}
