import { submitContract } from './support/records';
import { openInbox, openTask } from './support/tasks';
import { expect, test } from './support/test';

const title = '离职交接的合同';

test('the admin hands over a leaver, and the successor finds the tasks', async ({ as }) => {
  await submitContract(await as('li.na'), {
    title,
    customer: '华辰电子科技有限公司',
    amount: '8000',
    months: '6',
  });
  const he = await as('he.yong');

  await test.step('what is left behind is shown first, and a reason is wanted', async () => {
    await he.goto('/admin/people');
    await he.getByRole('button', { name: '离职交接：王磊' }).click();
    const dialog = he.getByRole('dialog', { name: '离职交接：王磊' });
    await expect(dialog.getByText('待处理的任务')).toBeVisible();
    await dialog.getByRole('button', { name: '确认交接' }).click();
    await expect(dialog.getByText('请写明原因，会记入相关流程的经过')).toBeVisible();
    await dialog.getByLabel('原因').fill('调往外地');
    await dialog.getByRole('button', { name: '确认交接' }).click();
    await expect(dialog.getByText('交接完成')).toBeVisible();
  });

  await test.step('the direct manager has the task, and reads why', async () => {
    const chen = await as('chen.zhiyuan');
    await openInbox(chen);
    await openTask(chen, title);
    await expect(chen.getByRole('button', { name: '同意' })).toBeVisible();
    await expect(chen.getByText('调往外地').first()).toBeVisible();
  });
});
