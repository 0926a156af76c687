import type { TaskInfo } from '@/api';
import type { Text } from '@/i18n';

/** Whether a task has all the words that were typed, in any of what its line shows. */
export function matches(task: TaskInfo, typed: string, text: (text: Text | undefined) => string): boolean {
  const shown = [
    task.record.title,
    task.record.number,
    text(task.flowName),
    text(task.nodeName),
    text(task.submitter.name),
  ]
    .join(' ')
    .toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => shown.includes(word));
}
