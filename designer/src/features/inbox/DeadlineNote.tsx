import type { TaskView } from '@/api';
import { Time } from '@/ui';
import { useDeadlineWords } from './deadlineWords';
import { useOverdue } from './useOverdue';
import './deadline.css';

const DOES = ['remind', 'copy', 'beside', 'transfer', 'approve', 'reject', 'return', 'line'] as const;

/** How a task stands with its deadline, and what happens by itself if nobody decides before. */
export function DeadlineNote({ task }: { task: TaskView }) {
  const say = useDeadlineWords();
  const overdue = useOverdue();
  const next = task.coming?.find((coming) => coming.do !== 'remind') ?? task.coming?.[0];
  const does = DOES.find((one) => one === next?.do);
  if (!task.due) return null;
  return (
    <p className={task.late ? 'fl-deadline fl-deadline-late' : 'fl-deadline'}>
      {task.late ? <strong>{overdue(task)}</strong> : null}
      <span>
        {say('due')} <Time at={task.due} exact />
      </span>
      {next && does && (
        <span>
          {say(`next_${does}`)} <Time at={next.at} exact />
        </span>
      )}
    </p>
  );
}
