import { expect, type APIResponse, type Page } from '@playwright/test';

interface Draft {
  revision: number;
}

/** call asks the program for something as whoever is signed in on a page, without the page. */
export async function call<T>(
  page: Page,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH',
  path: string,
  data?: unknown,
): Promise<T> {
  const answer = await ask(page, method, path, data);
  expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
  return body<T>(answer);
}

/** refused asks for something that the program has to refuse, and gives its words. */
export async function refused(page: Page, method: 'POST', path: string, data: unknown): Promise<string> {
  const answer = await ask(page, method, path, data);
  expect(answer.status(), `${method} ${path}`).toBe(422);
  return answer.text();
}

async function ask(page: Page, method: string, path: string, data: unknown): Promise<APIResponse> {
  const { csrf } = await body<{ csrf: string }>(await page.request.get('/api/session'));
  return page.request.fetch(`/api${path}`, {
    method,
    headers: { 'X-CSRF-Token': csrf },
    ...(data === undefined ? {} : { data }),
  });
}

/** What an answer says. */
export const body = <T>(answer: APIResponse): Promise<T> => answer.json();

/** publish gives the company a flow, ready drawn; by an admin. */
export async function publish(
  page: Page,
  flow: { key: string; name: object; record: string; [part: string]: unknown },
): Promise<void> {
  const { key, name, record } = flow;
  const { revision } = await call<Draft>(page, 'POST', '/flows', { key, name, record });
  const saved = await call<Draft>(page, 'PUT', `/flows/${key}/draft`, { revision, definition: flow });
  await call(page, 'POST', `/flows/${key}/versions`, { revision: saved.revision, note: 'first' });
}
