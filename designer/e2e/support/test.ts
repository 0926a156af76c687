import { test as base, type BrowserContextOptions, type Page } from '@playwright/test';

import { type Program, startProgram } from './program';
import { type Cookies, enter } from './session';

export interface ServerOptions {
  database: 'sqlite' | 'mariadb';
}

interface Fixtures {
  /** as opens a browser of its own, signed in as a person of the sample company. */
  as: (name: string, options?: BrowserContextOptions) => Promise<Page>;
  /** visitor opens a browser of its own in which nobody has signed in. */
  visitor: (options?: BrowserContextOptions) => Promise<Page>;
}

interface Shared {
  program: Program;
  /** sessions keeps who has signed in already, so that each person does so once for all tests of a program. */
  sessions: Map<string, Cookies>;
}

export const test = base.extend<Fixtures, ServerOptions & Shared>({
  database: ['sqlite', { option: true, scope: 'worker' }],
  program: [
    async ({ database }, provide) => {
      const program = await startProgram(database);
      await provide(program);
      await program.stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  // Playwright reads from the braces what a fixture needs; this one needs nothing.
  sessions: [async ({}, provide) => provide(new Map()), { scope: 'worker' }],
  visitor: async ({ browser, program }, provide) => {
    const pages: Page[] = [];
    await provide(async (options) => {
      const context = await browser.newContext({ baseURL: program.url, ...options });
      const page = await context.newPage();
      pages.push(page);
      return page;
    });
    await Promise.all(pages.map((page) => page.context().close()));
  },
  as: async ({ program, sessions, visitor }, provide) => {
    await provide(async (name, options) => {
      const storageState = sessions.get(name) ?? (await enter(program.url, name));
      sessions.set(name, storageState);
      return visitor({ ...options, storageState });
    });
  },
});

export { expect } from '@playwright/test';
