import { expectState, node } from './support/chart';
import { submitContract } from './support/records';
import { approve, openInbox, openTask } from './support/tasks';
import { expect, test } from './support/test';

test('killed between submitting and deciding, nothing is missing and nothing is doubled', async ({
  as,
  program,
}) => {
  const li = await as('li.na');
  const wang = await as('wang.lei');
  await openInbox(wang);
  await submitContract(li, {
    title: '停电前交的合同',
    customer: '华辰电子科技有限公司',
    amount: '120000',
    months: '6',
  });
  await expect(wang.getByRole('link', { name: '停电前交的合同' })).toBeVisible();

  await program.kill();
  await expect(li.getByText('与服务器的连接断开了')).toBeVisible();
  await program.start();

  await test.step('both pages recover without being loaded again', async () => {
    await expect(li.getByText('与服务器的连接断开了')).toBeHidden({ timeout: 30_000 });
    await openTask(wang, '停电前交的合同');
    await approve(wang);
    await expectState(li, '销售经理初审', 'done');
    await expectState(li, '总经理终审', 'here');
  });

  await test.step('each person was asked once, and once only', async () => {
    const chen = await as('chen.zhiyuan');
    await openInbox(chen);
    await expect(chen.getByRole('link', { name: '停电前交的合同' })).toHaveCount(1);
    const history = li.getByRole('list', { name: '经过' });
    await expect(history.getByText('李娜 提交了申请')).toHaveCount(1);
    await expect(history.getByText('王磊 同意了“销售经理初审”')).toHaveCount(1);
  });

  await test.step('killed again right after the answer, the decision holds', async () => {
    const chen = await as('chen.zhiyuan');
    await openInbox(chen);
    await openTask(chen, '停电前交的合同');
    await approve(chen);
    await program.kill();
    await program.start();
    await expectState(li, '审批通过', 'done');
    await expect(node(li, '总经理终审')).toContainText('陈志远');
    await chen.goto('/inbox');
    await expect(chen.getByRole('link', { name: '停电前交的合同' })).toHaveCount(0);
  });
});
