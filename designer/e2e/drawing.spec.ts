import type { Locator, Page } from '@playwright/test';

import {
  add,
  arrows,
  asked,
  drag,
  expectSaved,
  grip,
  lead,
  nameField,
  newFlow,
  problems,
  pull,
  select,
  still,
  symbol,
} from './support/draw';
import { submitContract } from './support/records';
import { openInbox } from './support/tasks';
import { expect, test } from './support/test';

test('a small flow is drawn with the keyboard alone', async ({ as }) => {
  const xu = await as('xu.jing');
  await newFlow(xu, '只用键盘画的');
  const { press, type } = keyboard(xu);
  await tabTo(xu, xu.getByRole('button', { name: '放上「开始」' }));
  await press('Enter');
  await expect(symbol(xu, '提交')).toBeVisible();

  await press('n', 'ArrowRight', 'Enter');
  await type('准备资料');
  await expect(xu.getByRole('heading', { level: 2, name: '办理' })).toBeVisible();
  await press('n', 'ArrowLeft', 'Enter');
  await type('资料齐全');
  await expect(arrows(xu)).toHaveCount(2);

  await expect(symbol(xu, '资料齐全')).toBeVisible();
  await press('F2');
  await type('资料已备');
  await expect(symbol(xu, '资料已备')).toBeVisible();
  await press('Control+z');
  await expect(symbol(xu, '资料齐全')).toBeVisible();
  await press('Control+s');
  await expectSaved(xu);
});

test('a task is found, decided and left with the keyboard alone', async ({ as }) => {
  const title = '只用键盘批的合同';
  await submitContract(await as('li.na'), {
    title,
    customer: '华辰电子科技有限公司',
    amount: '8000',
    months: '6',
  });
  const wang = await as('wang.lei');
  await openInbox(wang);
  const { press } = keyboard(wang);
  await tabTo(wang, wang.getByRole('link', { name: title }));
  await press('Enter');
  await expect(wang.getByRole('heading', { level: 1, name: title })).toBeVisible();

  await tabTo(wang, wang.getByRole('button', { name: '更多' }));
  await press('Enter');
  await expect(wang.getByRole('menuitem').first()).toBeFocused();
  await press('Escape');
  await expect(wang.getByRole('button', { name: '更多' })).toBeFocused();

  await tabTo(wang, wang.getByRole('button', { name: '同意' }));
  await press('Enter');
  await expect(wang.getByRole('heading', { level: 1, name: '待办' })).toBeVisible();
  await expect(wang.getByRole('link', { name: title })).toHaveCount(0);
});

test('copying, pasting and deleting are undone and done again', async ({ as }) => {
  const xu = await as('xu.jing');
  await newFlow(xu, '剪贴试验');
  await drag(xu, '开始', 420, 60);
  await add(xu, '办理', '准备资料');
  const copies = symbol(xu, '准备资料');
  const { press } = keyboard(xu);

  await press('Control+c', 'Control+v');
  await expect(copies).toHaveCount(2);
  await press('Delete');
  await expect(copies).toHaveCount(1);
  await press('Control+z');
  await expect(copies).toHaveCount(2);
  await press('Control+z');
  await expect(copies).toHaveCount(1);
  await press('Control+Shift+z');
  await expect(copies).toHaveCount(2);
});

test('several symbols are taken together: by a box, by shift, and what is done to them is undone as one', async ({
  as,
}) => {
  const xu = await as('xu.jing');
  await newFlow(xu, '多选试验');
  await drag(xu, '开始', 420, 60);
  await add(xu, '办理', '第一件');
  await add(xu, '办理', '第二件');
  await xu.getByRole('button', { name: '看全图' }).click();
  const nodes = xu.locator('.react-flow__node');
  const selected = xu.locator('.react-flow__node.selected');
  const { press } = keyboard(xu);

  await test.step('a box around two of three', async () => {
    await drawBox(xu, '第一件', '第二件');
    await expect(selected).toHaveCount(2);
    await expect(symbol(xu, '提交')).not.toHaveClass(/selected/);
  });

  await test.step('copies come with the arrow between them, and go in one step', async () => {
    await press('Control+c', 'Control+v');
    await expect(nodes).toHaveCount(5);
    await expect(arrows(xu)).toHaveCount(3);
    await expect(selected).toHaveCount(2);
    await press('Control+z');
    await expect(nodes).toHaveCount(3);
    await expect(arrows(xu)).toHaveCount(2);
  });

  await test.step('shift adds to what is selected; all of it is deleted, and comes back, at once', async () => {
    await symbol(xu, '提交').click();
    await expect(selected).toHaveCount(1);
    await symbol(xu, '第二件').click({ modifiers: ['Shift'] });
    await expect(selected).toHaveCount(2);
    await press('Delete');
    await expect(nodes).toHaveCount(1);
    await expect(arrows(xu)).toHaveCount(0);
    await press('Control+z');
    await expect(nodes).toHaveCount(3);
    await expect(arrows(xu)).toHaveCount(2);
  });
});

test('a problem leads to the symbol that has it, and goes when it is solved', async ({ as }) => {
  const xu = await as('xu.jing');
  await newFlow(xu, '问题试验');
  await drag(xu, '开始', 420, 60);
  await add(xu, '审批', '没人审批');
  await add(xu, '结束', '走到头了');
  const list = await problems(xu);
  const problem = list.getByRole('button', { name: /^没人审批.*没有选人/ });
  await expect(symbol(xu, '没人审批').getByLabel('有错误')).toBeVisible();

  await problem.click();
  await expect(symbol(xu, '没人审批')).toHaveClass(/selected/);
  await xu.getByRole('tab', { name: '属性' }).click();
  await asked(xu, '销售经理');
  await expect(symbol(xu, '没人审批').getByLabel('有错误')).toHaveCount(0);
  await problems(xu);
  await expect(list.getByText('没有发现问题')).toBeVisible();
});

test('tidying up puts a scattered chart in order, and one undo brings it back', async ({ as }) => {
  const xu = await as('xu.jing');
  await newFlow(xu, '布局试验');
  await drag(xu, '结束', 160, 80);
  await drag(xu, '开始', 560, 420);
  await add(xu, '办理', '准备资料');
  await xu.getByRole('button', { name: '看全图' }).click();
  const before = await heights(xu);
  expect(before['通过']).toBeLessThan(before['提交']);

  await select(xu, '准备资料');
  await lead(xu, '通过');
  await xu.getByRole('button', { name: '整理布局' }).click();
  await expect(async () => {
    const tidy = await heights(xu);
    expect(tidy['提交']).toBeLessThan(tidy['准备资料']);
    expect(tidy['准备资料']).toBeLessThan(tidy['通过']);
  }).toPass();
  await xu.getByRole('button', { name: '撤销' }).click();
  await expect(async () => {
    const after = await heights(xu);
    expect(after['通过']).toBeLessThan(after['提交']);
  }).toPass();
});

test('what is drawn without a connection is kept over a reload, and saved once there is one', async ({
  as,
}) => {
  const xu = await as('xu.jing');
  await newFlow(xu, '断线试验');
  await drag(xu, '开始', 420, 60);
  await expectSaved(xu);
  await xu.route('**/api/flows/*/draft', (route) =>
    route.request().method() === 'PUT' ? route.abort() : route.fallback(),
  );
  await add(xu, '办理', '断线时画的');
  await expect(xu.getByRole('status').filter({ hasText: '改动已存在本机' })).toBeVisible();

  await xu.unroute('**/api/flows/*/draft');
  await xu.reload();
  await expect(symbol(xu, '断线时画的')).toBeVisible();
  await expectSaved(xu);
});

test('two people who save one draft get a conflict; neither overwrites the other', async ({ as }) => {
  const xu = await as('xu.jing');
  await newFlow(xu, '冲突试验');
  await drag(xu, '开始', 420, 60);
  await expectSaved(xu);
  const he = await as('he.yong');
  // Without the live connection he does not hear of what she saves meanwhile.
  await he.routeWebSocket('**/api/live', () => undefined);
  await he.goto(xu.url());
  await expect(symbol(he, '提交')).toBeVisible();
  await add(xu, '办理', '徐静画的');
  await expectSaved(xu);

  await select(he, '提交');
  await add(he, '办理', '何勇画的');
  const dialog = he.getByRole('dialog', { name: '这份草稿在别处有了新的保存' });
  await expect(dialog).toContainText('徐静');
  await expect(dialog).toContainText('何勇画的');
  await dialog.getByRole('button', { name: '把我的另存为副本' }).click();
  await expect(he.getByRole('heading', { level: 1, name: '冲突试验（副本）' })).toBeVisible();
  await expect(symbol(he, '何勇画的')).toBeVisible();

  await xu.reload();
  await expect(symbol(xu, '徐静画的')).toBeVisible();
  await expect(symbol(xu, '何勇画的')).toHaveCount(0);
});

test('the end of an arrow is led elsewhere; where none may lead, it says why', async ({ as }) => {
  const xu = await as('xu.jing');
  await newFlow(xu, '改道试验');
  await drag(xu, '开始', 420, 60);
  await add(xu, '办理', '原来去的');
  await add(xu, '结束', '走到头了');
  await drag(xu, '办理', 160, 300);
  await nameField(xu).fill('改去的');
  await expect(symbol(xu, '改去的')).toBeVisible();
  await select(xu, '走到头了');

  const led = await symbol(xu, '原来去的').boundingBox();
  if (!led) throw new Error('what the arrow leads to is not on the canvas');
  const takes = (target: Locator) => expect(target).toHaveClass(/fc-target-takes/);
  const refuses = (target: Locator) => expect(target).not.toHaveClass(/fc-target-takes/);
  await pull(xu, { x: led.x + led.width / 2, y: led.y - 3 }, '改去的', takes);
  await select(xu, '提交');
  await expect(xu.getByRole('button', { name: '到「改去的」' })).toBeVisible();
  await expect(xu.getByRole('button', { name: '到「原来去的」' })).toHaveCount(0);

  await pull(xu, await grip(xu, '提交'), '原来去的', refuses);
  await expect(xu.getByText('这里只能有一条出路')).toBeVisible();
  await expect(xu.locator('.fc-loose')).toHaveCount(0);
  await expect(arrows(xu)).toHaveCount(2);
});

/** Drags a box over the empty canvas around all that lies between two symbols. */
async function drawBox(page: Page, first: string, last: string): Promise<void> {
  await still(page, first);
  const from = await symbol(page, first).boundingBox();
  const to = await symbol(page, last).boundingBox();
  if (!from || !to) throw new Error(`${first} or ${last} is not on the canvas`);
  await page.mouse.move(from.x - 30, from.y - 4);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width + 30, to.y + to.height + 12, { steps: 12 });
  await page.mouse.up();
}

/** Walks with Tab until what is meant has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let steps = 0; steps < 80; steps++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('what is meant is not reached by Tab');
}

function keyboard(page: Page) {
  return {
    press: async (...keys: string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    },
    /** Writes into the name that is open, and closes it. */
    type: async (name: string): Promise<void> => {
      await expect(page.getByRole('textbox', { name: '图形的名称' })).toBeFocused();
      await page.keyboard.insertText(name);
      await page.keyboard.press('Enter');
    },
  };
}

/** How far down the window each symbol stands. */
async function heights(page: Page): Promise<Record<'提交' | '准备资料' | '通过', number>> {
  const of = async (name: string): Promise<number> => {
    const box = await symbol(page, name).boundingBox();
    if (!box) throw new Error(`${name} is not on the canvas`);
    return box.y;
  };
  return { 提交: await of('提交'), 准备资料: await of('准备资料'), 通过: await of('通过') };
}

test('from far away the names are left out; a symbol is still called by its own', async ({ as }) => {
  const xu = await as('xu.jing');
  await newFlow(xu, '远看试验');
  await drag(xu, '开始', 420, 60);
  await add(xu, '办理', '准备资料');
  const name = xu.locator('.react-flow__node').getByText('准备资料');
  const { press } = keyboard(xu);
  await expect(name).toBeVisible();

  for (let i = 0; i < 12; i++) await press('-');
  await expect(name).toBeHidden();
  await expect(xu.getByRole('group', { name: '准备资料' })).toBeVisible();
  await press('0');
  await expect(name).toBeVisible();
});
