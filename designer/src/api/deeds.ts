import { body, client } from './client';
import type { components } from './schema.gen';
import type { InstanceInfo } from './types';

/** Something done to a task or an instance besides deciding, and what that needs to be told. */
export type DeedSent = components['schemas']['DeedInputBody'];

/** Does something with a task. The same key again changes nothing and answers the same. */
export const doWithTask = (id: string, deed: DeedSent, key: string): Promise<InstanceInfo> =>
  body(
    client.POST('/api/tasks/{id}/actions', {
      params: { path: { id } },
      body: deed,
      headers: { 'Idempotency-Key': key },
    }),
  );

/** Does something with an instance. The same key again changes nothing and answers the same. */
export const doWithInstance = (id: string, deed: DeedSent, key: string): Promise<InstanceInfo> =>
  body(
    client.POST('/api/instances/{id}/actions', {
      params: { path: { id } },
      body: deed,
      headers: { 'Idempotency-Key': key },
    }),
  );
