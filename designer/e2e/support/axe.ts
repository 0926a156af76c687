import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

/** What lies over a page and is checked by itself: the page below was checked before. */
const overlays = '.ant-modal, .ant-popover, .ant-dropdown';

/**
 * expectAccessible checks the open page, or a part of it, by axe-core's rules, and names each serious fault with the
 * place it is at.
 */
export async function expectAccessible(page: Page, part?: string): Promise<void> {
  // Without frames of other sites, the mode that opens no second page for each check finds the same.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  const { violations } = await (part === undefined ? axe : axe.include(part)).analyze();
  const grave = violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .flatMap((violation) =>
      violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} – ${node.failureSummary}`),
    );
  expect.soft(grave, `serious faults on ${new URL(page.url()).pathname}`).toEqual([]);
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
}
