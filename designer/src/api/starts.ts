import { body, client, decoded } from './client';
import type { StartDraftInfo, StartDraftView, Values } from './types';

/** What is kept of a request, or of a new record, that is not sent yet. */
export interface StartKept {
  type: string;
  /** Absent: it is to be added. */
  record?: string;
  /** Absent: it is only to be added. */
  flow?: string;
  /** Of the flow, as it was looked at. */
  version?: number;
  /** Revision of the record, as it was looked at. */
  base?: number;
  set: Values;
  picks?: Record<string, string[]>;
  /** Ids of what goes with submitting. */
  files?: string[];
  revision: number;
}

export const listStarts = (): Promise<StartDraftInfo[]> => body(client.GET('/api/starts'));

export const readStart = (id: string): Promise<StartDraftView> =>
  decoded(client.GET('/api/starts/{id}', { params: { path: { id } } }));

/** Keeps it over what was kept at its revision; else a Problem with reason start_draft_moved_on. */
export const keepStart = (id: string, kept: StartKept): Promise<StartDraftInfo> =>
  body(client.PUT('/api/starts/{id}', { params: { path: { id } }, body: kept }));

export async function dropStart(id: string): Promise<void> {
  await client.DELETE('/api/starts/{id}', { params: { path: { id } } });
}
