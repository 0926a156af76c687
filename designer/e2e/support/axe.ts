import { expect, test, type Page } from '@playwright/test';
import axe, { type Result, type RunOptions } from 'axe-core';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** What lies over a page and is checked by itself: the page below was checked before. */
const overlays = '.ant-modal, .ant-popover, .ant-dropdown';

/**
 * expectAccessible checks the open page, or a part of it, by axe-core's rules, and names each serious fault with the
 * place it is at.
 */
export async function expectAccessible(page: Page, part?: string): Promise<void> {
  const violations = await run(page, part);
  const grave = violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .flatMap((violation) =>
      violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} – ${node.failureSummary}`),
    );
  expect.soft(grave, `serious faults on ${new URL(page.url()).pathname}`).toEqual([]);
}

const options: RunOptions = { resultTypes: ['violations'] };

/** run asks axe-core, which is told to a page once and then stays until another is loaded. */
async function run(page: Page, part = 'html'): Promise<Result[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ([within, how]) => (await window.axe.run({ include: [[within]] }, how)).violations,
    [part, options] as const,
  );
}

/** A screen by its name, how it is come to (an address, or what is done on the screen before it), and what of it is new. */
type Screen = [name: string, open: string | ((page: Page) => Promise<unknown>), part?: string];

/** expectAllAccessible opens one screen after the other and checks each. */
export async function expectAllAccessible(page: Page, screens: Screen[]): Promise<void> {
  for (const [name, open, part] of screens)
    await test.step(name, async () => {
      await (typeof open === 'string' ? page.goto(open) : open(page));
      await settled(page);
      const over = page.locator(overlays).filter({ visible: true });
      await expectAccessible(page, part ?? ((await over.count()) > 0 ? overlays : undefined));
    });
}

/** Waits until a page, or the dialog before it, shows what it is about. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, includeHidden: true }).first()).toBeVisible();
  await expect(page.getByRole('status', { name: /正在加载|Loading/ })).toHaveCount(0);
  // A button that is at work is pale, and what is opened for the first time is empty until it has been read.
  await expect(page.locator('.ant-btn-loading')).toHaveCount(0);
  await expect(page.locator(overlays).filter({ visible: true, hasNotText: /\S/ })).toHaveCount(0);
}
