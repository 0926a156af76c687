import { Form, Radio } from 'antd';
import { useText } from '@/i18n';
import type { Subject } from './deed';
import { useDialogWords } from './dialogWords';

/** Which of the open tasks of an instance; on the page of a task it is that task. */
export function OpenField({ subject }: { subject: Subject }) {
  const say = useDialogWords();
  const text = useText();
  if ('task' in subject) return null;
  const { open = [], definition } = subject.instance;
  const nameOf = (node: string): string => text(definition.nodes.find((one) => one.id === node)?.name);
  return (
    <Form.Item
      name="task"
      label={say('open')}
      initialValue={open.length === 1 ? open[0]?.id : undefined}
      rules={[{ required: true, message: say('wanted') }]}
    >
      <Radio.Group
        className="fl-deed-stack"
        options={open.map((task) => ({
          value: task.id,
          label: (
            <>
              <strong>{nameOf(task.node)}</strong>{' '}
              <span className="fl-faint">{text(task.assignee.name)}</span>
            </>
          ),
        }))}
      />
    </Form.Item>
  );
}
