import type { Page } from '@playwright/test';

import { expectAccessible } from './support/axe';
import { addContract, begin, send } from './support/records';
import { openInbox, openTask } from './support/tasks';
import { expect, test } from './support/test';

/** Waits until a page shows what it is about, then checks it. */
async function check(page: Page, address: string, heading?: string | RegExp): Promise<void> {
  await page.goto(address);
  await settled(page, heading);
  await expectAccessible(page);
}

async function settled(page: Page, heading?: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, ...(heading ? { name: heading } : {}) })).toBeVisible();
  await expect(page.getByRole('status', { name: /正在加载|Loading/ })).toHaveCount(0);
}

for (const locale of ['zh-CN', 'en']) {
  test.describe(`in ${locale}`, () => {
    const zh = locale === 'zh-CN';
    const title = zh ? '无障碍检查合同' : 'Contract for the check';

    test('what staff see can be used by everybody', async ({ as, visitor }) => {
      await check(await visitor({ locale }), '/');
      const li = await as('li.na', { locale });
      await check(li, '/');
      await check(li, '/records/contract');
      await check(li, '/records/contract/new');

      await addContract(li, { title, customer: '华辰电子科技有限公司', amount: '8000', months: '6' });
      await expectAccessible(li);
      await begin(li);
      await settled(li);
      await expectAccessible(li);
      await send(li);
      await settled(li, title);
      await expectAccessible(li);
      await li.getByRole('link', { name: title }).click();
      await expect(li.getByText(/正在审批中|This record is in a flow/)).toBeVisible();
      await expectAccessible(li);
      await check(li, '/instances');
      await check(li, '/deputies');

      const wang = await as('wang.lei', { locale });
      await openInbox(wang);
      await settled(wang);
      await expectAccessible(wang);
      await openTask(wang, title);
      await settled(wang);
      await expectAccessible(wang);
    });

    test('what key users and admins see can be used by everybody', async ({ as }) => {
      const xu = await as('xu.jing', { locale });
      await check(xu, '/flows');
      const he = await as('he.yong', { locale });
      await he.goto('/flows/contract-approval');
      await expect(he.getByRole('button', { name: zh ? '发布' : 'Publish' })).toBeVisible();
      await expectAccessible(he);
      await he.getByRole('tab', { name: zh ? '版本' : 'Versions' }).click();
      await expectAccessible(he);
      await he.getByRole('button', { name: zh ? '发布' : 'Publish' }).click();
      await expect(he.getByRole('dialog')).toBeVisible();
      await expectAccessible(he);
      for (const part of ['people', 'departments', 'posts', 'deputies', 'incidents'])
        await check(he, `/admin/${part}`);
    });
  });
}
