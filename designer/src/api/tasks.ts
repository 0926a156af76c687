import { body, client, decoded } from './client';
import type { InstanceInfo, Page, TaskInfo, TaskView, Values } from './types';

export const listTasks = (query: {
  state: 'open' | 'done';
  offset: number;
  limit: number;
}): Promise<Page<TaskInfo>> => body(client.GET('/api/tasks', { params: { query } }));

export const readTask = (id: string): Promise<TaskView> =>
  decoded(client.GET('/api/tasks/{id}', { params: { path: { id } } }));

export interface TaskDecision {
  outcome: 'approved' | 'rejected' | 'done';
  comment?: string;
  set?: Values;
}

/** Decides a task. The same key again changes nothing and answers the same. */
export const decideTask = (id: string, decision: TaskDecision, key: string): Promise<InstanceInfo> =>
  body(
    client.POST('/api/tasks/{id}/decision', {
      params: { path: { id } },
      body: decision,
      headers: { 'Idempotency-Key': key },
    }),
  );
