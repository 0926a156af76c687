import { Form } from 'antd';
import { Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import { hasReason, type TaskDecision, type TaskView, type Values } from '@/api';
import { DeedMenu, taskDeeds } from '@/deeds';
import { changes, RecordFields, showProblem } from '@/fields';
import { useAttached } from '@/files';
import { later, useMessage } from '@/ui';
import { DecisionBar } from './DecisionBar';
import { MovedNote } from './notes';
import { goesOn, type Outcome } from './outcomes';
import { useDecide } from './useDecide';
import { useFollow } from './useFollow';
import { useWords } from './words';

// What is not looked at first, or few ever need, does not weigh on everybody's first visit.
const KeepForm = later(async () => (await import('./KeepForm')).KeepForm);
const PickFirst = later(async () => (await import('./PickFirst')).PickFirst);
const WayChoice = later(async () => (await import('./WayChoice')).WayChoice);

/** The record with the fields that this step shows and lets be changed, and the decision below it. */
export function TaskForm({ task }: { task: TaskView }) {
  const say = useWords();
  const navigate = useNavigate();
  const message = useMessage();
  const [form] = Form.useForm<Values>();
  const [comment, setComment] = useState('');
  const [direct, setDirect] = useState(true);
  const [picking, setPicking] = useState<TaskDecision>();
  const attached = useAttached();
  const moved = useFollow(form, task);
  const record = task.recordView;
  const open = task.state === 'open';
  const leave = (): void => void navigate('/inbox');
  const deciding = useDecide(task.id, ({ outcome }) => {
    const words = outcome === 'done' && task.type === 'submit' ? 'did.submit' : (`did.${outcome}` as const);
    void message.success(say(words, { title: record.title }));
    leave();
  });

  const send = (decision: TaskDecision): void =>
    deciding.mutate(decision, {
      onError: (error) => {
        if (decision.picks) return; // is told where they are picked
        setPicking(undefined);
        const wrong = showProblem(form, record.fields, error);
        if (wrong) void message.error(wrong);
      },
    });

  const decide = async (outcome: Outcome): Promise<void> => {
    if (attached.wait) {
      void message.warning(attached.wait);
      return;
    }
    // What has to be filled in matters for going on, not for saying no.
    if (goesOn(outcome)) {
      try {
        await form.validateFields();
      } catch {
        return;
      }
    }
    const set = goesOn(outcome) ? changes(record.fields, record.values, form.getFieldsValue()) : {};
    const words = comment.trim();
    const decision = {
      outcome,
      seen: task.data,
      ...(words ? { comment: words } : {}),
      ...(attached.ids.length > 0 ? { files: [...attached.ids] } : {}),
      ...(Object.keys(set).length > 0 ? { set } : {}),
      ...(task.way ? { direct } : {}),
    };
    if (task.picks) setPicking(decision);
    else send(decision);
  };

  const fields = open
    ? record.fields
    : record.fields.map((field) => ({ ...field, access: 'read' as const, columnAccess: {} }));
  return (
    <Form form={form} layout="vertical" initialValues={record.values} scrollToFirstError>
      {moved.length > 0 ? (
        <Suspense>
          <MovedNote moved={moved} task={task} />
        </Suspense>
      ) : null}
      <RecordFields
        fields={fields}
        values={record.values}
        links={record.links}
        people={record.people}
        files={record.files}
      />
      {task.way ? (
        <Suspense fallback={null}>
          <WayChoice direct={direct} onChange={setDirect} />
        </Suspense>
      ) : null}
      {open && task.can.length > 0 ? (
        <Suspense fallback={null}>
          <KeepForm
            form={form}
            task={task}
            comment={comment}
            onComment={setComment}
            attached={attached}
            off={deciding.isPending || deciding.isSuccess}
          />
        </Suspense>
      ) : null}
      {picking ? (
        <Suspense fallback={null}>
          <PickFirst
            task={task}
            decision={picking}
            busy={deciding.isPending}
            refused={deciding.error}
            onDecide={send}
            onCancel={() => setPicking(undefined)}
          />
        </Suspense>
      ) : null}
      {open && task.can.length > 0 ? (
        <DecisionBar
          task={task}
          busy={deciding.isPending ? deciding.variables.outcome : undefined}
          wanted={hasReason(deciding.error, 'comment_required')}
          comment={comment}
          onComment={setComment}
          attached={attached}
          onDecide={(outcome) => void decide(outcome)}
        >
          <DeedMenu deeds={taskDeeds} can={task.can} subject={{ task }} onLeave={leave} />
        </DecisionBar>
      ) : null}
    </Form>
  );
}
