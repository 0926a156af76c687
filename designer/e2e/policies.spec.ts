import { add, asked, drag, expectSaved, newFlow, problems, select } from './support/draw';
import { expect, test } from './support/test';

const flow = '票决合同';

test('a vote and a way of returning are set in words, saved and published', async ({ as }) => {
  const xu = await as('xu.jing');

  await test.step('a flow with one approval, which is a vote of two thirds', async () => {
    await newFlow(xu, flow);
    await drag(xu, '开始', 420, 40);
    await add(xu, '审批', '评审投票');
    await asked(xu, '销售经理');
    await asked(xu, '财务经理');
    await xu.getByRole('radio', { name: /^票签/ }).check();
    await xu.getByRole('combobox', { name: '通过比例' }).click();
    await xu.locator('.ant-select-item-option', { hasText: '其他…' }).click();
    await xu.getByText('百分比', { exact: true }).click();
    await xu.getByRole('spinbutton', { name: '百分比' }).fill('66.5');
    await xu.keyboard.press('Tab');
  });

  await test.step('what is returned comes straight back, and the other votes stay', async () => {
    await xu.getByRole('button', { name: /^退回/ }).click();
    await xu.getByRole('radio', { name: '直接回到退回的人' }).check();
    await xu.getByRole('checkbox', { name: '直接回来时，其他人已签的保留' }).check();
    await expect(xu.getByRole('button', { name: /^退回.*直接回到退回的人/ })).toBeVisible();
    await add(xu, '结束', '通过');
    await expect((await problems(xu)).getByText('没有发现问题')).toBeVisible();
    await expectSaved(xu);
  });

  const he = await as('he.yong');
  await test.step('it is published, and what was set is there to be read', async () => {
    await he.goto(xu.url());
    await he.getByRole('button', { name: '发布' }).click();
    const dialog = he.getByRole('dialog', { name: '发布新版本' });
    await dialog.getByLabel('这一版改了什么').fill('改为票签');
    await dialog.getByRole('button', { name: '发布' }).click();
    await expect(he.getByText('第 1 版已发布。')).toBeVisible();
    await select(he, '评审投票');
    await he.getByText('几分之几', { exact: true }).click();
    await expect(he.getByRole('spinbutton', { name: '同意的份数' })).toHaveValue('133');
    await expect(he.getByRole('spinbutton', { name: '总份数' })).toHaveValue('200');
    await expect(he.getByRole('button', { name: /^退回.*直接回到退回的人/ })).toBeVisible();
  });
});
