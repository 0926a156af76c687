import { test as base, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';

import { type Program, startProgram } from './program';

export interface ServerOptions {
  database: 'sqlite' | 'mariadb';
}

interface Fixtures {
  /** as opens a browser of its own, signed in as a person of the sample company. */
  as: (signIn: string, options?: BrowserContextOptions) => Promise<Page>;
}

/** The password of everybody in the sample company. */
export const password = 'flowline';

export const test = base.extend<Fixtures, ServerOptions & { program: Program }>({
  database: ['sqlite', { option: true, scope: 'worker' }],
  program: [
    async ({ database }, use) => {
      const program = await startProgram(database);
      await use(program);
      await program.stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  as: async ({ browser, program }, use) => {
    const pages: Page[] = [];
    await use(async (signIn, options) => {
      const page = await open(browser, program.url, signIn, options);
      pages.push(page);
      return page;
    });
    for (const page of pages) await page.context().close();
  },
});

export { expect } from '@playwright/test';

async function open(
  browser: Browser,
  url: string,
  signIn: string,
  options?: BrowserContextOptions,
): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, ...options });
  const { csrf } = await (await context.request.get('/api/session')).json();
  const answer = await context.request.post('/api/session', {
    data: { signIn, password },
    headers: { 'X-CSRF-Token': csrf, Origin: url },
  });
  if (!answer.ok()) throw new Error(`${signIn} could not sign in: ${answer.status()} ${await answer.text()}`);
  return context.newPage();
}
