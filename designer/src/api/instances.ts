import { body, client, decoded } from './client';
import type { Finding } from './tasks';
import type {
  DataVersion,
  IncidentInfo,
  InstanceInfo,
  InstanceStatus,
  InstanceView,
  NoticeInfo,
  Page,
  Preview,
  Values,
} from './types';

export interface Submission {
  flow: string;
  record: string;
  set?: Values;
  /** The people chosen for later steps, by node. */
  picks?: Record<string, string[]>;
}

/** The path a submission would take, and who would be asked. */
export const preview = (submission: Submission): Promise<Preview> =>
  body(client.POST('/api/preview', { body: submission }));

/** Starts a flow. The same key again starts nothing new. */
export const submit = (submission: Submission, key: string): Promise<InstanceInfo> =>
  body(client.POST('/api/instances', { body: submission, headers: { 'Idempotency-Key': key } }));

export interface InstanceSearch extends Finding {
  scope: 'mine' | 'involved' | 'copied' | 'all';
  status?: InstanceStatus;
  incident?: boolean;
  offset: number;
  limit: number;
}

export const listInstances = ({ status, ...query }: InstanceSearch): Promise<Page<InstanceInfo>> =>
  body(
    client.GET('/api/instances', {
      params: { query: { ...query, ...(status ? { status: [status] } : {}) } },
    }),
  );

export const readInstance = (id: string): Promise<InstanceView> =>
  decoded(client.GET('/api/instances/{id}', { params: { path: { id } } }));

/** The versions of the record's values in an instance, oldest first. */
export const listDataVersions = (id: string): Promise<DataVersion[]> =>
  decoded(client.GET('/api/instances/{id}/data', { params: { path: { id } } }));

export const terminateInstance = (id: string, reason: string): Promise<InstanceInfo> =>
  body(client.POST('/api/instances/{id}/terminate', { params: { path: { id } }, body: { reason } }));

/** Says which fields of an approved change that met another one take the approved value. */
export const chooseValues = (id: string, take: string[], key: string): Promise<InstanceInfo> =>
  body(
    client.POST('/api/instances/{id}/choice', {
      params: { path: { id } },
      body: { take },
      headers: { 'Idempotency-Key': key },
    }),
  );

/** A page counts instances, of which each may have several incidents. */
export const listIncidents = (offset: number, limit: number): Promise<Page<IncidentInfo>> =>
  body(client.GET('/api/incidents', { params: { query: { offset, limit } } }));

export async function retryIncident(id: string, incident: string, reason: string): Promise<void> {
  await client.POST('/api/instances/{id}/incidents/{incident}/retry', {
    params: { path: { id, incident } },
    body: { reason },
  });
}

export async function assignIncident(
  id: string,
  incident: string,
  people: string[],
  reason: string,
): Promise<void> {
  await client.POST('/api/instances/{id}/incidents/{incident}/assign', {
    params: { path: { id, incident } },
    body: { people, reason },
  });
}

export const listNotices = (): Promise<{ items: NoticeInfo[]; unread: number }> =>
  body(client.GET('/api/notices'));

/** Marks notices as read; without ids: all. */
export async function readNotices(ids?: string[]): Promise<void> {
  await client.POST('/api/notices/read', { body: ids ? { ids } : {} });
}
