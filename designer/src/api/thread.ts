import { body, client } from './client';
import type { ThreadView } from './types';

export const readThread = (instance: string): Promise<ThreadView> =>
  body(client.GET('/api/instances/{id}/thread', { params: { path: { id: instance } } }));

export interface Saying {
  words: string;
  /** The task that it is about. */
  task?: string;
  /** Ids of people who are told. */
  mentions?: string[];
  /** Ids of uploaded files. */
  files?: string[];
}

/** Writes about an instance. The same key again writes nothing new. */
export const say = (instance: string, saying: Saying, key: string): Promise<ThreadView> =>
  body(
    client.POST('/api/instances/{id}/thread', {
      params: { path: { id: instance } },
      body: saying,
      headers: { 'Idempotency-Key': key },
    }),
  );
