import { asks, publishFlow, startFlow } from './support/flows';
import { openMine } from './support/deeds';
import { expect, test } from './support/test';

const title = '离职交接的合同';

// The leaver is one whom no other spec needs: all of them share one company.
test('the admin hands over a leaver, and the successor finds the tasks', async ({ as }) => {
  const he = await as('he.yong');
  await publishFlow(
    he,
    'e2e-handover',
    [asks('review', '审核', ['wu-qiang'])],
    [
      ['start', 'review'],
      ['review', 'end'],
    ],
  );
  await startFlow(await as('li.na'), 'e2e-handover', title);

  await test.step('what is left behind is shown first, and a reason is wanted', async () => {
    await he.goto('/admin/people');
    await he.getByRole('button', { name: '离职交接：吴强' }).click();
    const dialog = he.getByRole('dialog', { name: '离职交接：吴强' });
    await expect(dialog.getByText('待处理的任务')).toBeVisible();
    await dialog.getByRole('button', { name: '确认交接' }).click();
    await expect(dialog.getByText('请写明原因，会记入相关流程的经过')).toBeVisible();
    await dialog.getByLabel('原因').fill('调往外地');
    await dialog.getByRole('button', { name: '确认交接' }).click();
    await expect(dialog.getByText('交接完成')).toBeVisible();
  });

  await test.step('the direct manager has the task, and reads why', async () => {
    const zhou = await as('zhou.ting');
    await openMine(zhou, title);
    await expect(zhou.getByRole('button', { name: '同意' })).toBeVisible();
    await expect(zhou.getByText('调往外地').first()).toBeVisible();
  });
});
