import type { Page } from '@playwright/test';

import { call, publish } from './support/api';
import { outcome } from './support/chart';
import { creditLimit } from './support/creditLimit';
import { field } from './support/records';
import { approve, openInbox, openTask, reject } from './support/tasks';
import { expect, test } from './support/test';

/** Of the sample company, li.na's, with a limit of 300 000. */
const customer = '北桥贸易（新加坡）有限公司';

test('a change of a live record is asked for, made when it is approved, and reverts nothing else when it is not', async ({
  as,
}) => {
  await publish(await as('he.yong'), creditLimit);
  const li = await as('li.na');
  const { items } = await call<{ items: { id: string }[] }>(
    li,
    'GET',
    `/records/customer?search=${encodeURIComponent(customer)}`,
  );
  const record = `/records/customer/${items[0]?.id}`;
  const wang = await as('wang.lei');
  const zhou = await as('zhou.ting');

  await test.step('before saving one sees who will be asked', async () => {
    await edit(li, record, '信用额度', '500000');
    await expect(li.getByRole('status').filter({ hasText: '信用额度调整' })).toContainText('王磊、周婷');
    await li.getByRole('button', { name: '提交审批' }).click();
  });

  await test.step('the record keeps its value, and shows what waits', async () => {
    await expect(pending(li)).toContainText('¥500,000');
    await expect(field(li, '信用额度')).toContainText('¥300,000');
    await li.getByRole('button', { name: '编辑' }).click();
    await expect(li.getByLabel('信用额度').and(li.getByRole('textbox'))).toHaveCount(0);
  });

  await test.step('approved by both, it is made', async () => {
    await openInbox(wang);
    await openTask(wang, customer);
    await expect(wang.getByRole('region', { name: '申请的修改' })).toContainText('¥500,000');
    await approve(wang);
    await openInbox(zhou);
    await openTask(zhou, customer);
    await zhou.getByLabel('信用评分').fill('85');
    await approve(zhou);
    await li.goto(record);
    await expect(field(li, '信用额度')).toContainText('¥500,000');
    await expect(field(li, '信用评分')).toContainText('85');
    await expect(pending(li)).toHaveCount(0);
  });

  await test.step('another change is refused after somebody changed the telephone: that stays', async () => {
    await edit(li, record, '信用额度', '900000');
    await li.getByRole('button', { name: '提交审批' }).click();
    await expect(pending(li)).toContainText('¥900,000');
    await edit(li, record, '电话', '0571-88001234');
    await li.getByRole('button', { name: '保存' }).click();
    await expect(field(li, '电话')).toContainText('0571-88001234');
    await openInbox(wang);
    await openTask(wang, customer);
    await reject(wang, '上次的额度还没有用完');
    await li.goto(record);
    await expect(field(li, '信用额度')).toContainText('¥500,000');
    await expect(field(li, '电话')).toContainText('0571-88001234');
    await expect(pending(li)).toHaveCount(0);
    await li.getByRole('link', { name: /信用额度调整.*已拒绝/ }).click();
    await expect(outcome(li)).toHaveText('已拒绝');
    await expect(li.getByRole('region', { name: '申请的修改' })).toContainText('记录没有改变');
  });
});

/** pending is the note on a record's page about a change that waits. */
function pending(page: Page) {
  return page.getByRole('region', { name: /正由“信用额度调整”审批/ });
}

/** edit opens a record for changing and fills in one field. */
async function edit(page: Page, record: string, label: string, value: string): Promise<void> {
  await page.goto(record);
  await page.getByRole('button', { name: '编辑' }).click();
  await page.getByLabel(label).fill(value);
}
