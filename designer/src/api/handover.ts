import { body, client } from './client';
import type { HandedOver, Leaving } from './types';

/** What somebody leaves behind. Without a successor: for the direct manager. */
export const readLeaving = (id: string, successor: string): Promise<Leaving> =>
  body(
    client.GET('/api/admin/people/{id}/leaving', {
      params: { path: { id }, query: successor ? { successor } : {} },
    }),
  );

/** Hands a part of somebody's work over; called again with what it answers as next, until that is empty. */
export const handOver = (
  id: string,
  what: { successor: string; reason: string; after: string },
): Promise<HandedOver> =>
  body(client.POST('/api/admin/people/{id}/handover', { params: { path: { id } }, body: what }));
