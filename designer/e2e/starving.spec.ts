import { add, arrows, asked, condition, drag, lead, newFlow, problems, select, symbol } from './support/draw';
import { expect, test } from './support/test';

test('a flow that cannot end is drawn: the way to where it starves is shown on the canvas', async ({
  as,
}) => {
  const xu = await as('xu.jing');
  await newFlow(xu, '等不到的汇合');
  await drag(xu, '开始', 420, 40);
  await add(xu, '判断', '金额大吗？');
  await add(xu, '审批', '总经理决定');
  await asked(xu, '总经理');
  await add(xu, '并行汇合', '两边都到');
  await add(xu, '结束', '走完了');
  await select(xu, '金额大吗？');
  await add(xu, '审批', '销售初审');
  await asked(xu, '销售经理');
  await lead(xu, '两边都到');
  await select(xu, '金额大吗？');
  await condition(xu, { to: '总经理决定', field: '合同金额', operator: '大于', value: '100000' });

  const list = await problems(xu);
  const problem = list.getByRole('button', { name: /^两边都到/ });
  await test.step('it is told as a problem, with the way that leads there', async () => {
    await expect(problem).toContainText('等的不是并行分支');
    await expect(problem.getByRole('list', { name: '会这样走到' }).getByRole('listitem')).toHaveText([
      /提交/,
      /金额大吗？/,
      /总经理决定/,
      /两边都到/,
    ]);
  });

  await test.step('pressed, that way is marked on the canvas, step by step', async () => {
    await problem.click();
    await expect(symbol(xu, '两边都到')).toHaveClass(/selected/);
    await expect(xu.locator('.fc-arrow-trace')).toHaveCount(3);
    const places = xu.locator('.fc-place');
    await expect(places).toHaveText(['1', '2', '3', '4']);
    await expect(symbol(xu, '总经理决定').locator('.fc-place')).toHaveText('3');
    await expect(symbol(xu, '销售初审').locator('.fc-place')).toHaveCount(0);
    for (const name of ['提交', '金额大吗？', '总经理决定', '两边都到'])
      await expect(symbol(xu, name)).toBeInViewport({ ratio: 0.99 });
  });

  await test.step('the decision made a fork in its place, nothing is left to tell', async () => {
    await symbol(xu, '两边都到').click();
    await xu.keyboard.press('Delete');
    await expect(arrows(xu)).toHaveCount(3);
    await expect(xu.locator('.fc-arrow-trace')).toHaveCount(0);
  });
});
