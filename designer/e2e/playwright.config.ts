import { defineConfig } from '@playwright/test';

import type { ServerOptions } from './support/test';

// Chromium is Debian's. It runs without a sandbox because CI runs as root, and is told to talk to nobody but the server.
const chromium = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

export default defineConfig<object, ServerOptions>({
  testDir: '.',
  outputDir: './.results',
  timeout: 300_000,
  expect: { timeout: 20_000 },
  workers: 2, // each has a company of its own
  forbidOnly: !!process.env.CI,
  // CI's machines are shared and noisy. A test that passes only when repeated is reported as flaky, to be mended.
  retries: process.env.CI ? 2 : 0,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    launchOptions: chromium,
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // What glides is not where it was by the time a click arrives; on a busy machine by a lot.
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'sqlite', use: { database: 'sqlite' } },
    {
      name: 'mariadb',
      testMatch: /(main-job|publish|reconnect|restart|running)\.spec/,
      use: { database: 'mariadb' },
    },
  ],
});
