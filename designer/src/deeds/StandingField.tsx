import { Form, Select } from 'antd';
import type { InstanceView } from '@/api';
import { FlowChart } from '@/chart';
import { useText } from '@/i18n';
import type { DeedForm, Subject } from './deed';
import { useDialogWords } from './dialogWords';

/** What is moved, and where to: from a list, or by pressing a step on the chart. */
export function StandingField({ subject }: { subject: Subject }) {
  return 'instance' in subject ? <Standing instance={subject.instance} /> : null;
}

function Standing({ instance }: { instance: InstanceView }) {
  const say = useDialogWords();
  const text = useText();
  const form = Form.useFormInstance<DeedForm>();
  const { standing = [], definition, progress, people } = instance;
  const activation = Form.useWatch('activation', form);
  const chosen = Form.useWatch('node', form);
  const targets = standing.find((one) => one.activation === activation)?.to ?? [];
  const nameOf = (node: string): string =>
    text(definition.nodes.find((one) => one.id === node)?.name) || node;
  return (
    <>
      <div className="fl-deed-pair">
        <Form.Item
          name="activation"
          label={say('from')}
          initialValue={standing[0]?.activation}
          rules={[{ required: true, message: say('wanted') }]}
        >
          <Select
            options={standing.map((one) => ({ value: one.activation, label: nameOf(one.node) }))}
            onChange={() => form.setFieldValue('node', undefined)}
          />
        </Form.Item>
        <Form.Item name="node" label={say('to')} rules={[{ required: true, message: say('wanted') }]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={targets.map((node) => ({ value: node, label: nameOf(node) }))}
            notFoundContent={say('notFound')}
          />
        </Form.Item>
      </div>
      <p className="fl-faint">{say('chart')}</p>
      <div className="fl-deed-chart">
        <FlowChart
          definition={definition}
          progress={progress}
          people={people}
          choice={{
            offered: targets,
            chosen,
            onChoose: (node) => {
              form.setFieldValue('node', node);
              void form.validateFields(['node']);
            },
          }}
        />
      </div>
    </>
  );
}
