import { choose, submitContract } from './support/records';
import { openAccount } from './support/session';
import { approve, openInbox, openTask } from './support/tasks';
import { expect, test } from './support/test';

const title = '出差期间的合同';

test('a person names a deputy, who decides; the history says for whom', async ({ as }) => {
  const wang = await as('wang.lei', { viewport: { width: 390, height: 844 } });

  await test.step('named on a phone, from the account menu', async () => {
    await wang.goto('/');
    await openAccount(wang);
    await wang.getByRole('menuitem', { name: '代理人' }).click();
    await wang.getByRole('button', { name: '请人代理' }).click();
    const dialog = wang.getByRole('dialog', { name: '请人代理' });
    await choose(wang, '代理人', '周婷', dialog);
    await dialog.getByLabel('到（含当天）').fill('2020-01-01');
    await dialog.getByRole('button', { name: '确定' }).click();
    await expect(dialog.getByText('结束时间要晚于开始时间。')).toBeVisible();
    await dialog.getByLabel('到（含当天）').fill('2099-01-01');
    await dialog.getByLabel('备注').fill('出差');
    await dialog.getByRole('button', { name: '确定' }).click();
    const named = wang.getByRole('list', { name: '代我处理的人' }).getByRole('listitem');
    await expect(named.filter({ hasText: '周婷' })).toContainText('生效中');
  });

  await submitContract(await as('li.na'), {
    title,
    customer: '华辰电子科技有限公司',
    amount: '8000',
    months: '6',
  });

  await test.step('the deputy finds the task, marked, and decides it', async () => {
    const zhou = await as('zhou.ting');
    await openInbox(zhou);
    await expect(zhou.getByRole('link', { name: title })).toContainText('代 王磊');
    await openTask(zhou, title);
    await expect(zhou.getByText('您正在代 王磊 处理')).toBeVisible();
    await expect(zhou.getByRole('button', { name: '同意' })).toBeVisible();
    const address = zhou.url();
    await approve(zhou);
    await zhou.goto(address);
    await expect(zhou.getByText(/周婷（代 王磊）/).first()).toBeVisible();
  });

  await test.step('ended, it is over at once', async () => {
    await wang.getByRole('button', { name: '结束周婷的代理' }).click();
    await wang.getByRole('tooltip').getByRole('button', { name: '结束' }).click();
    await expect(wang.getByText('已结束的 1 条')).toBeVisible();
  });
});
