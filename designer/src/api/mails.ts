import { body, client } from './client';
import type { LostMail, Page } from './types';

/** Mails that did not arrive, and whose notices nobody has read on the site. */
export const listLostMails = (offset: number, limit: number): Promise<Page<LostMail>> =>
  body(client.GET('/api/mails/lost', { params: { query: { offset, limit } } }));

/** Has some of them sent again; without ids, all. */
export async function sendMails(ids?: string[]): Promise<void> {
  await client.POST('/api/mails/lost/send', { body: ids ? { ids } : {} });
}
