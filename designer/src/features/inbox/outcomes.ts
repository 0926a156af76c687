import type { TaskDecision, TaskView } from '@/api';

export type Outcome = TaskDecision['outcome'];

/** What a task can be given, in the order in which the buttons stand; the last is the foremost. */
const order: readonly Outcome[] = ['rejected', 'abstained', 'advised', 'done', 'approved'];

/** The outcomes that are offered for a task. */
export const outcomesOf = (task: TaskView): Outcome[] => order.filter((one) => task.can.includes(one));

/** Whether it has to be said why. */
export const wantsReason = (outcome: Outcome): boolean => outcome === 'rejected' || outcome === 'advised';

/** Whether the form has to be filled in for it, and is sent along. */
export const goesOn = (outcome: Outcome): boolean => outcome === 'approved' || outcome === 'done';
