import { devices, type Page } from '@playwright/test';

import { expectState, outcome } from './support/chart';
import { submitContract } from './support/records';
import { openInbox } from './support/tasks';
import { expect, test } from './support/test';

const { userAgent, hasTouch, isMobile, deviceScaleFactor } = devices['iPhone 13'];
const phone = { userAgent, hasTouch, isMobile, deviceScaleFactor, viewport: { width: 390, height: 844 } };

test('on a phone a task is approved in two taps from the inbox', async ({ as }) => {
  const li = await as('li.na');
  const wang = await as('wang.lei', phone);
  await openInbox(wang);
  await submitContract(li, small('手机上批的合同'));

  await tapTask(wang, '手机上批的合同');
  const yes = wang.getByRole('button', { name: '同意' });
  await expect(yes).toBeInViewport({ ratio: 1 });
  await yes.tap();
  await expectState(li, '销售经理初审', 'done');
  await expect(wang.getByRole('heading', { level: 1, name: '待办' })).toBeVisible();
});

test('on a phone a task is rejected with a reason, which is asked for first', async ({ as }) => {
  const li = await as('li.na');
  const wang = await as('wang.lei', phone);
  await openInbox(wang);
  await submitContract(li, small('手机上拒的合同'));

  await tapTask(wang, '手机上拒的合同');
  const no = wang.getByRole('button', { name: '拒绝' });
  await no.tap();
  const comment = wang.getByRole('textbox', { name: '意见（拒绝时必填）' });
  await expect(comment).toBeFocused();
  await expect(wang.getByRole('alert')).toHaveText('请写明拒绝的原因，提交人会看到');
  await expect(no).toBeInViewport({ ratio: 1 });
  await comment.fill('价格低于成本');
  await no.tap();
  await expect(wang.getByRole('heading', { level: 1, name: '待办' })).toBeVisible();
  await expect(outcome(li)).toHaveText('已拒绝');
  await expect(li.getByRole('list', { name: '经过' })).toContainText('价格低于成本');
});

test('on a phone a task is transferred, and is gone from the inbox', async ({ as }) => {
  const title = '手机上转交的合同';
  const wang = await as('wang.lei', phone);
  await openInbox(wang);
  await submitContract(await as('li.na'), small(title));

  await tapTask(wang, title);
  await wang.getByRole('button', { name: '更多' }).tap();
  await wang.getByRole('menuitem', { name: '转交' }).tap();
  const dialog = wang.getByRole('dialog', { name: '转交' });
  await dialog.getByLabel('交给谁').tap();
  await dialog.getByLabel('交给谁').fill('周婷');
  await wang.locator('.ant-select-dropdown:visible').getByText('周婷').tap();
  await expectNoSidewaysScrolling(wang);
  await dialog.getByRole('button', { name: '转交' }).tap();
  await expect(wang.getByRole('heading', { level: 1, name: '待办' })).toBeVisible();
  await expect(wang.getByRole('link', { name: title })).toHaveCount(0);

  const zhou = await as('zhou.ting', phone);
  await openInbox(zhou);
  await tapTask(zhou, title);
  await expect(zhou.getByRole('button', { name: '同意' })).toBeInViewport({ ratio: 1 });
});

/** A contract that the sales manager alone decides on. */
function small(title: string) {
  return { title, customer: '华辰电子科技有限公司', amount: '8000', months: '6' };
}

/** Opens a task of the list; its page has to fit the width of the phone. */
async function tapTask(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: title }).tap();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expectNoSidewaysScrolling(page);
}

async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
}
