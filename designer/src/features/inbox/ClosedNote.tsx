import { Alert } from 'antd';
import { useMe, type InstanceView, type TaskView } from '@/api';
import { useLanguage, useText } from '@/i18n';
import { formatMoment, StatusTag } from '@/ui';
import { settledBy } from './closed';
import { useWords } from './words';

/** Says kindly that a task needs nobody any more, and who handled it when. */
export function ClosedNote({ task, instance }: { task: TaskView; instance: InstanceView | undefined }) {
  const say = useWords();
  const text = useText();
  const lang = useLanguage();
  const me = useMe();
  const words = useOutcomeWords();
  const signer = settledBy(task, instance);
  const name = signer && text(instance?.people[signer.person]?.name);
  let line = say(task.state === 'waiting' ? 'closed.waiting' : 'closed.gone');
  if (task.state !== 'waiting' && signer?.at && name) {
    const fill = { when: formatMoment(signer.at, lang), what: words(signer.state) };
    line = signer.person === me?.id ? say('closed.you', fill) : say('closed.by', { ...fill, who: name });
  }
  return (
    <Alert
      className="fl-task-closed"
      type="info"
      showIcon
      title={say('closed.title')}
      description={line}
      action={<StatusTag state={`task.${task.state}`} />}
    />
  );
}

function useOutcomeWords(): (state: TaskView['state']) => string {
  const say = useWords();
  return (state) => say(state === 'rejected' ? 'reject' : state === 'done' ? 'finish' : 'approve');
}
