import type { InstanceView, Signer, TaskView } from '@/api';

/** Who settled the step that a task belongs to, if the chart knows. */
export function settledBy(task: TaskView, instance: InstanceView | undefined): Signer | undefined {
  const signers = (instance?.progress.nodes[task.node]?.visits ?? []).flatMap((visit) => visit.people ?? []);
  const decided = signers.filter((signer) => ['approved', 'rejected', 'done'].includes(signer.state));
  return decided.find((signer) => signer.person === task.assignee.id) ?? decided.at(-1);
}
