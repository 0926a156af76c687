import type { InstanceView, Signer, TaskView } from '@/api';

/** The states that say what somebody made of a task. */
const settling = ['approved', 'rejected', 'done', 'returned', 'abstained', 'transferred'] as const;
type Settled = Signer & { state: (typeof settling)[number] };

const isSettled = (signer: Signer): signer is Settled => settling.some((state) => state === signer.state);

/** Who settled the step that a task belongs to, if the chart knows. */
export function settledBy(task: TaskView, instance: InstanceView | undefined): Settled | undefined {
  const signers = (instance?.progress.nodes[task.node]?.visits ?? []).flatMap((visit) => visit.people ?? []);
  const decided = signers.filter(isSettled);
  return decided.find((signer) => signer.person === task.assignee.id) ?? decided.at(-1);
}
