import { body, client, decoded } from './client';
import type { ChangePreview, Page, RecordFlows, RecordSaved, RecordView, Values } from './types';

export interface RecordSearch {
  search?: string;
  /** A field key or system column; "-" before it: falling. */
  sort?: string;
  /** field:op:value, all must hold. */
  filter?: string[];
  offset: number;
  limit: number;
}

export const listRecords = (type: string, query: RecordSearch): Promise<Page<RecordView>> =>
  decoded(client.GET('/api/records/{type}', { params: { path: { type }, query } }));

export const readRecord = (type: string, id: string): Promise<RecordView> =>
  decoded(client.GET('/api/records/{type}/{id}', { params: { path: { type, id } } }));

/** Adds a record, and forgets the draft of it. */
export const addRecord = (type: string, set: Values, draft: string): Promise<RecordSaved> =>
  decoded(client.POST('/api/records/{type}', { params: { path: { type } }, body: { set, draft } }));

/** Saves if the record is still at revision; otherwise a Problem with reason record_moved_on. */
export const changeRecord = (
  type: string,
  id: string,
  revision: number,
  set: Values,
  picks?: Record<string, string[]>,
): Promise<RecordSaved> =>
  decoded(
    client.PATCH('/api/records/{type}/{id}', {
      params: { path: { type, id } },
      body: { revision, set, ...(picks ? { picks } : {}) },
    }),
  );

export const readRecordFlows = (type: string, id: string): Promise<RecordFlows> =>
  body(client.GET('/api/records/{type}/{id}/flows', { params: { path: { type, id } } }));

/** Which flow would have to approve a change first, and whom it would ask. */
export const previewChange = (type: string, id: string, set: Values): Promise<ChangePreview> =>
  body(client.POST('/api/records/{type}/{id}/preview', { params: { path: { type, id } }, body: { set } }));
