import type { Tone } from './tokens';

/** Every state that is shown: of an instance, of a task, of a node on the chart. */
export type AnyState =
  | `status.${'running' | 'faulted' | 'returned' | 'suspended' | 'approved' | 'rejected' | 'withdrawn' | 'terminated' | 'voided'}`
  | `task.${'waiting' | 'open' | 'approved' | 'rejected' | 'done' | 'returned' | 'abstained' | 'approved_pending' | 'transferred' | 'delegated' | 'skipped' | 'cancelled'}`
  | `node.${'idle' | 'here' | 'waiting' | 'done' | 'refused' | 'fault'}`;

const tones: Record<AnyState, Tone> = {
  'status.running': 'here',
  'status.faulted': 'fault',
  'status.returned': 'waiting',
  'status.suspended': 'waiting',
  'status.withdrawn': 'idle',
  'status.voided': 'refused',
  'status.approved': 'done',
  'status.rejected': 'refused',
  'status.terminated': 'idle',
  'task.waiting': 'waiting',
  'task.open': 'here',
  'task.approved': 'done',
  'task.rejected': 'refused',
  'task.done': 'done',
  'task.returned': 'refused',
  'task.abstained': 'idle',
  'task.approved_pending': 'waiting',
  'task.delegated': 'waiting',
  'task.transferred': 'idle',
  'task.skipped': 'idle',
  'task.cancelled': 'idle',
  'node.idle': 'idle',
  'node.here': 'here',
  'node.waiting': 'waiting',
  'node.done': 'done',
  'node.refused': 'refused',
  'node.fault': 'fault',
};

/** The colour of a state. */
export const toneOf = (state: AnyState): Tone => tones[state];
