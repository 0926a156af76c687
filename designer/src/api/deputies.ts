import { body, client } from './client';
import type { Deputy, NewDeputy } from './types';

/** Who stands in for me and for whom I do; for an admin, on demand, everybody's. */
export const listDeputies = (all: boolean): Promise<Deputy[]> =>
  body(client.GET('/api/deputies', { params: { query: { all } } }));

export const addDeputy = (deputy: NewDeputy): Promise<Deputy> =>
  body(client.POST('/api/deputies', { body: deputy }));

/** Ends a deputy now; one that has not begun never will. */
export const endDeputy = (id: string): Promise<Deputy> =>
  body(client.POST('/api/deputies/{id}/end', { params: { path: { id } } }));
