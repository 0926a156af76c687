import type { TaskInfo } from '@/api';
import { useDeadlineWords } from './deadlineWords';

const HOUR = 60;
const DAY = 24 * HOUR;

/** By how much a task is late, in the time that its deadline is counted in. */
export function useOverdue(): (task: TaskInfo) => string {
  const say = useDeadlineWords();
  return (task) => {
    const minutes = task.overdue ?? 0;
    if (minutes < HOUR) return say(task.workTime ? 'late_work_minutes' : 'late_minutes', { n: minutes });
    if (task.workTime) return say('late_work_hours', { n: Math.floor(minutes / HOUR) });
    if (minutes < 2 * DAY) return say('late_hours', { n: Math.floor(minutes / HOUR) });
    return say('late_days', { n: Math.floor(minutes / DAY) });
  };
}
