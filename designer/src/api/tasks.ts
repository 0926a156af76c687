import { body, client, decoded } from './client';
import type { components } from './schema.gen';
import type {
  InstanceInfo,
  Page,
  PickAsked,
  TaskDraft,
  TaskInfo,
  TaskKept,
  TaskView,
  Unread,
  Values,
} from './types';

/** What narrows a list by what its lines show. */
export interface Finding {
  search?: string;
  flow?: string;
  recordType?: string;
  /** A person's id. */
  submitter?: string;
  /** Days, YYYY-MM-DD; both are in it. */
  from?: string;
  to?: string;
  late?: boolean;
}

export interface TaskSearch extends Finding {
  state: 'open' | 'done';
  sort?: 'newest' | 'oldest' | 'due' | 'number';
  offset: number;
  limit: number;
}

export const listTasks = (query: TaskSearch): Promise<Page<TaskInfo>> =>
  body(client.GET('/api/tasks', { params: { query } }));

/** How much waits for me, and how much of it I have not opened. */
export const readUnread = (): Promise<Unread> => body(client.GET('/api/unread'));

/** Says that I have opened a task. */
export async function seeTask(id: string): Promise<void> {
  await client.POST('/api/tasks/{id}/seen', { params: { path: { id } } });
}

/** Marks copies that I got of instances as read; without ids: all. */
export async function readCopies(instances?: string[]): Promise<void> {
  await client.POST('/api/copies/read', { body: instances ? { instances } : {} });
}

export const readTask = (id: string): Promise<TaskView> =>
  decoded(client.GET('/api/tasks/{id}', { params: { path: { id } } }));

export interface TaskDecision {
  outcome: 'approved' | 'rejected' | 'done' | 'abstained' | 'advised';
  comment?: string;
  /** Ids of uploaded files. */
  files?: string[];
  set?: Values;
  /** The version of the values that was looked at. */
  seen?: number;
  /** Straight back to who returned it, where the person may choose. */
  direct?: boolean;
  /** The people chosen for later steps, by node. */
  picks?: Record<string, string[]>;
}

/** Whose people a person is asked to pick, if a task is decided like this. */
export async function previewDecision(
  id: string,
  decision: Pick<TaskDecision, 'outcome' | 'set'>,
): Promise<PickAsked[]> {
  const { outcome, set = {} } = decision;
  if (outcome === 'advised') return [];
  const { picks } = await body(
    client.POST('/api/tasks/{id}/preview', { params: { path: { id } }, body: { outcome, set } }),
  );
  return picks;
}

/** Keeps what is filled in at a task, over what was kept at revision; else a Problem with reason task_draft_moved_on. */
export const keepTask = (id: string, draft: TaskKept): Promise<TaskDraft> =>
  decoded(client.PUT('/api/tasks/{id}/draft', { params: { path: { id } }, body: draft }));

/** Decides a task. The same key again changes nothing and answers the same. */
export const decideTask = (id: string, decision: TaskDecision, key: string): Promise<InstanceInfo> =>
  body(
    client.POST('/api/tasks/{id}/decision', {
      params: { path: { id } },
      body: decision,
      headers: { 'Idempotency-Key': key },
    }),
  );

/** What became of one of several tasks that were decided alike; without a reason it was decided. */
export type BatchResult = components['schemas']['BatchResult'];

/** Approves tasks, each by itself and on the version of the values that was seen; one that is refused keeps none of the others. */
export async function approveTasks(
  chosen: ReadonlyMap<string, number>,
  comment: string,
  key: string,
): Promise<BatchResult[]> {
  const tasks = [...chosen].map(([task, seen]) => ({ task, seen }));
  const { items } = await body(
    client.POST('/api/tasks/decisions', {
      body: { tasks, outcome: 'approved', ...(comment ? { comment } : {}) },
      headers: { 'Idempotency-Key': key },
    }),
  );
  return items;
}
