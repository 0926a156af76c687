import { Form } from 'antd';
import { useNavigate } from 'react-router';
import type { TaskDecision, TaskView, Values } from '@/api';
import { changes, RecordFields, showProblem } from '@/fields';
import { useMessage } from '@/ui';
import { DecisionBar } from './DecisionBar';
import { useDecide } from './useDecide';
import { useWords } from './words';

/** The record with the fields that this step shows and lets be changed, and the decision below it. */
export function TaskForm({ task }: { task: TaskView }) {
  const say = useWords();
  const navigate = useNavigate();
  const message = useMessage();
  const [form] = Form.useForm<Values>();
  const record = task.recordView;
  const open = task.state === 'open';
  const deciding = useDecide(task.id, (decision) => {
    const title = record.title;
    const words = { approved: 'approved', rejected: 'rejected', done: 'finished' } as const;
    void message.success(say(words[decision.outcome], { title }));
    void navigate('/inbox');
  });

  const decide = async (decision: Pick<TaskDecision, 'outcome' | 'comment'>): Promise<void> => {
    // What has to be filled in matters for going on, not for saying no.
    if (decision.outcome !== 'rejected') {
      try {
        await form.validateFields();
      } catch {
        return;
      }
    }
    const set =
      decision.outcome === 'rejected' ? {} : changes(record.fields, record.values, form.getFieldsValue());
    deciding.mutate(
      { ...decision, ...(Object.keys(set).length > 0 ? { set } : {}) },
      {
        onError: (error) => {
          const words = showProblem(form, record.fields, error);
          if (words) void message.error(words);
        },
      },
    );
  };

  const fields = open ? record.fields : record.fields.map((field) => ({ ...field, access: 'read' as const }));
  return (
    <Form form={form} layout="vertical" initialValues={record.values} scrollToFirstError>
      <RecordFields fields={fields} values={record.values} links={record.links} people={record.people} />
      {open ? (
        <DecisionBar task={task} busy={deciding.isPending} onDecide={(decision) => void decide(decision)} />
      ) : null}
    </Form>
  );
}
