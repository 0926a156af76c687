import { Alert } from 'antd';
import { useMe, type InstanceView, type TaskView } from '@/api';
import { DeedMenu, taskDeeds } from '@/deeds';
import { useLanguage, useText } from '@/i18n';
import { formatMoment, StatusTag } from '@/ui';
import { settledBy } from './closed';
import { useClosedWords } from './closedWords';

/** The states in which a task is still somebody's, but is not decided now. */
const resting = ['waiting', 'delegated', 'approved_pending'] as const;

/** Says kindly that a task needs nobody now, who handled it when, and what can still be done about it. */
export function ClosedNote({ task, instance }: { task: TaskView; instance: InstanceView | undefined }) {
  const say = useClosedWords();
  const rest = resting.find((one) => one === task.state);
  const handled = useHandled(task, instance);
  return (
    <Alert
      className="fl-task-closed"
      type="info"
      showIcon
      title={say(rest ? `rest.${rest}` : 'closed.title')}
      description={
        <>
          {rest ? say(`rest.${rest}.hint`) : handled}
          <div className="fl-task-undo">
            <DeedMenu deeds={taskDeeds} can={task.can} subject={{ task }} spread />
          </div>
        </>
      }
      action={<StatusTag state={`task.${task.state}`} />}
    />
  );
}

/** Who handled it when, as far as the chart knows. */
function useHandled(task: TaskView, instance: InstanceView | undefined): string {
  const say = useClosedWords();
  const text = useText();
  const lang = useLanguage();
  const me = useMe();
  const signer = settledBy(task, instance);
  const name = signer && text(instance?.people[signer.person]?.name);
  if (!signer?.at || !name) return say('closed.gone');
  const fill = { when: formatMoment(signer.at, lang), what: say(`did.state.${signer.state}`) };
  return signer.person === me?.id ? say('closed.you', fill) : say('closed.by', { ...fill, who: name });
}
