import type { Locator, Page } from '@playwright/test';

import { call } from './support/api';
import { expectState } from './support/chart';
import { add, asked, drag, expectSaved, nameField, newFlow, select, symbol } from './support/draw';
import { addContract, begin, send } from './support/records';
import { expect, test } from './support/test';

test('problems keep a flow from being published, and say where they are', async ({ as }) => {
  const he = await as('he.yong');
  await newFlow(he, '发布试验');
  await drag(he, '开始', 420, 60);
  await add(he, '审批', '没人审批');
  await add(he, '结束', '走到头了');
  await expectSaved(he);

  const dialog = await publishing(he);
  const blocking = dialog.getByRole('alert').filter({ hasText: '还有 1 个问题必须先解决' });
  const problem = blocking.getByRole('button', { name: /^没人审批/ });
  await expect(problem).toContainText('“没人审批”没有选人。');
  await expect(dialog.getByRole('button', { name: '发布' })).toBeDisabled();

  await problem.click();
  await expect(dialog).toBeHidden();
  await expect(symbol(he, '没人审批')).toHaveClass(/selected/);
  await expect(symbol(he, '没人审批').getByLabel('有错误')).toBeVisible();
  await he.getByRole('tab', { name: '版本' }).click();
  await expect(he.getByText('还没有发布过')).toBeVisible();

  await he.getByRole('tab', { name: '属性' }).click();
  await asked(he, '销售经理');
  await expect(symbol(he, '没人审批').getByLabel('有错误')).toHaveCount(0);
  await publish(he, 1, '有人审批了');
});

test('whoever decides is chosen by relation, field, department, post or name, and asked', async ({ as }) => {
  const he = await as('he.yong');
  const key = 'who-decides';
  await call(he, 'POST', '/flows', { key, name: { 'zh-CN': '谁来批' }, record: 'leave' });
  await he.goto(`/flows/${key}`);
  await drag(he, '开始', 420, 60);
  for (const [step, who] of [
    ['直属上级看', '提交人的直属上级'],
    ['交接人看', '工作交接人'],
    ['部门看', '财务部负责人'],
    ['岗位看', '法务顾问'],
    ['某人看', '马琳'],
  ] as const) {
    await add(he, '审批', step);
    await asked(he, who);
  }
  await add(he, '结束', '批完了');
  await publish(he, 1, '五种选人');

  const li = await as('li.na');
  const set = { title: '年假三天', kind: 'annual', starts_on: '2030-05-06', days: '3', cover: 'zhao-min' };
  const { id } = await call<{ id: string }>(li, 'POST', '/records/leave', { set });
  await li.goto(`/records/leave/${id}`);
  await begin(li, '提交：谁来批');
  await expect(li.getByRole('region', { name: '接下来会请' }).getByRole('listitem')).toHaveText([
    /直属上级看.*王磊/,
    /交接人看.*赵敏/,
    /部门看.*周婷/,
    /岗位看.*郑凯/,
    /某人看.*马琳/,
  ]);
  await send(li);
  await expectState(li, '直属上级看', 'here');
});

test('an older version is made current again, and what is submitted then runs it', async ({ as }) => {
  const he = await as('he.yong');
  await newFlow(he, '旧版再用');
  await drag(he, '开始', 420, 60);
  await add(he, '审批', '经理看');
  await asked(he, '销售经理');
  await add(he, '结束', '看完了');
  await publish(he, 1, '只有经理');
  await select(he, '经理看');
  await nameField(he).fill('经理细看');
  await expect(symbol(he, '经理细看')).toBeVisible();
  await publish(he, 2, '要看得细');

  await he.getByRole('tab', { name: '版本' }).click();
  await expect(line(he, 2)).toContainText('使用中');
  await line(he, 1).getByRole('button', { name: '设为使用中' }).click();
  await he.getByRole('button', { name: '确定' }).click();
  await expect(he.getByText('现在使用第 1 版。')).toBeVisible();
  await expect(line(he, 1).getByText('使用中', { exact: true })).toBeVisible();
  await expect(line(he, 2).getByText('使用中', { exact: true })).toHaveCount(0);

  const li = await as('li.na');
  const contract = { customer: '华辰电子科技有限公司', amount: '8000', months: '6' };
  await addContract(li, { ...contract, title: '按旧版走的合同' });
  await begin(li, '提交：旧版再用');
  await send(li);
  await expect(li.getByText('旧版再用 · 第 1 版')).toBeVisible();
  await expectState(li, '经理看', 'here');
  await expect(li.getByText('经理细看')).toHaveCount(0);
});

/** Opens what asks for the note, once the draft is kept. */
async function publishing(page: Page): Promise<Locator> {
  await expectSaved(page);
  await page.getByRole('button', { name: '发布' }).click();
  return page.getByRole('dialog', { name: '发布新版本' });
}

async function publish(page: Page, version: number, note: string): Promise<void> {
  const dialog = await publishing(page);
  await dialog.getByLabel('这一版改了什么').fill(note);
  await dialog.getByRole('button', { name: '发布' }).click();
  await expect(page.getByText(`第 ${version} 版已发布。`)).toBeVisible();
  await expect(dialog).toBeHidden();
}

/** What the list of versions says of one. */
function line(page: Page, version: number): Locator {
  return page.getByRole('article').filter({ hasText: `第 ${version} 版` });
}
