import type { TaskView } from '@/api';
import { Time } from '@/ui';
import { useDeadlineWords } from './deadlineWords';
import './deadline.css';

const DOES = ['remind', 'copy', 'beside', 'transfer', 'approve', 'reject', 'return', 'line'] as const;

/** How a task stands with its deadline, and what happens by itself if nobody decides before. */
export function DeadlineNote({ task }: { task: TaskView }) {
  const say = useDeadlineWords();
  const next = task.coming?.find((coming) => coming.do !== 'remind') ?? task.coming?.[0];
  const does = DOES.find((one) => one === next?.do);
  if (!task.due) return null;
  return (
    <p className={task.late ? 'fl-deadline fl-deadline-late' : 'fl-deadline'}>
      <strong>{task.late ? overdue(task, say) : say('due')}</strong> <Time at={task.due} exact />
      {next && does && (
        <span>
          {say(`next_${does}`)} <Time at={next.at} exact />
        </span>
      )}
    </p>
  );
}

function overdue(task: TaskView, say: ReturnType<typeof useDeadlineWords>): string {
  const minutes = task.overdue ?? 0;
  const unit = minutes < 60 ? 'minutes' : 'hours';
  const n = unit === 'minutes' ? minutes : Math.floor(minutes / 60);
  return say(task.workTime ? `late_work_${unit}` : `late_${unit}`, { n });
}
