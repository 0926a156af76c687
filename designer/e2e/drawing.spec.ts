import type { Locator, Page } from '@playwright/test';

import { expect, test } from './support/test';

const node = (page: Page, name: string): Locator =>
  page.locator('.react-flow__node').filter({ hasText: name });
const saved = (page: Page) => expect(page.locator('[data-state="saved"]')).toBeVisible();

/** newFlow opens an empty canvas for a flow over contracts. */
async function newFlow(page: Page, name: string): Promise<void> {
  await page.goto('/flows');
  await page.getByRole('button', { name: '新建流程' }).click();
  await page.getByLabel('中文名称').fill(name);
  await page.getByLabel('这个流程用在哪种记录上？').click();
  await page.getByTitle('合同', { exact: true }).click();
  await page.getByRole('button', { name: '创建并开始画' }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
}

/** drag brings a symbol from the palette to a place on the canvas. */
async function drag(page: Page, part: string, x: number, y: number): Promise<void> {
  await page
    .getByRole('complementary', { name: '图形' })
    .getByRole('button', { name: part, exact: true })
    .dragTo(page.locator('.react-flow__pane'), { targetPosition: { x, y } });
}

/** add places what comes next below the selected symbol and names it. */
async function add(page: Page, part: string, name: string): Promise<void> {
  await page.getByRole('button', { name: '添加下一步' }).click();
  await page.getByRole('menuitem', { name: part }).click();
  await page.getByRole('textbox', { name: '图形的名称' }).fill(name);
  await page.keyboard.press('Enter');
  await expect(node(page, name)).toBeVisible();
}

/** choose finds an option of a menu by typing it. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label, exact: true });
  await box.click();
  await box.fill(option);
  await page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).first().click();
  await page.keyboard.press('Escape');
}

async function lead(page: Page, from: string, to: string): Promise<void> {
  await node(page, from).hover();
  const start = await node(page, from).locator('.fc-source[data-handleid="b"]').boundingBox();
  const end = await node(page, to).boundingBox();
  if (!start || !end) throw new Error('not on the canvas');
  await page.mouse.move(start.x + 6, start.y + 6);
  await page.mouse.down();
  await page.mouse.move(start.x + 30, start.y + 30, { steps: 4 });
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 });
  await page.mouse.up();
}

test('a flow is drawn from an empty canvas until nothing is wrong with it', async ({ as }) => {
  const xu = await as('xu.jing');
  await newFlow(xu, '画图试验');
  await drag(xu, '开始', 420, 60);
  await add(xu, '审批', '销售经理初审');
  await choose(xu, '由谁审批', '销售经理');
  await add(xu, '判断', '金额超过十万？');
  await add(xu, '审批', '总经理终审');
  await choose(xu, '由谁审批', '总经理');
  await node(xu, '金额超过十万？').click();
  await add(xu, '结束', '审批通过');
  await xu.keyboard.press('1');
  await lead(xu, '总经理终审', '审批通过');
  await expect(xu.locator('.react-flow__edge')).toHaveCount(5);

  await test.step('the condition is built without writing code', async () => {
    await node(xu, '金额超过十万？').click();
    await xu.getByRole('button', { name: '加条件' }).click();
    await choose(xu, '字段', '合同金额');
    await xu.getByLabel('值', { exact: true }).fill('100000');
    await xu.keyboard.press('Tab');
    await expect(xu.getByText('条件可用')).toBeVisible();
    await xu.getByRole('button', { name: '看表达式' }).click();
    await expect(xu.getByRole('textbox', { name: '表达式' })).toHaveValue('record.amount > 100000');
  });

  await xu.getByRole('tab', { name: /问题/ }).click();
  await expect(xu.getByText('没有发现问题')).toBeVisible();
  await saved(xu);
  await xu.reload();
  await expect(xu.locator('.react-flow__node')).toHaveCount(5);
  await expect(xu.locator('.react-flow__edge')).toHaveCount(5);
});

test('copy, paste, undo and delete by keyboard', async ({ as }) => {
  const xu = await as('xu.jing');
  await newFlow(xu, '键盘试验');
  await drag(xu, '开始', 420, 60);
  await add(xu, '办理', '准备资料');
  await xu.keyboard.press('Control+c');
  await xu.keyboard.press('Control+v');
  await expect(node(xu, '准备资料')).toHaveCount(2);
  await xu.keyboard.press('Delete');
  await expect(node(xu, '准备资料')).toHaveCount(1);
  await xu.keyboard.press('Control+z');
  await expect(node(xu, '准备资料')).toHaveCount(2);
  await xu.keyboard.press('Control+z');
  await expect(node(xu, '准备资料')).toHaveCount(1);
  await xu.keyboard.press('Control+Shift+z');
  await expect(node(xu, '准备资料')).toHaveCount(2);
});

test('a lost connection and a reload lose nothing', async ({ as }) => {
  const xu = await as('xu.jing');
  await newFlow(xu, '断线试验');
  await drag(xu, '开始', 420, 60);
  await saved(xu);
  await xu.route('**/api/flows/*/draft', (route) =>
    route.request().method() === 'PUT' ? route.abort() : route.continue(),
  );
  await add(xu, '办理', '断线时画的');
  await expect(xu.locator('[data-state="offline"]')).toBeVisible();
  await xu.unroute('**/api/flows/*/draft');
  await xu.reload();
  await expect(node(xu, '断线时画的')).toBeVisible();
  await saved(xu);
});

test('two people who save the same draft get a conflict, and neither loses anything', async ({ as }) => {
  const xu = await as('xu.jing');
  await newFlow(xu, '冲突试验');
  await drag(xu, '开始', 420, 60);
  await saved(xu);
  const he = await as('he.yong');
  // Without the live connection he does not hear of what she saves meanwhile.
  await he.routeWebSocket('**/api/live', () => undefined);
  await he.goto(xu.url());
  await expect(node(he, '提交')).toBeVisible();
  await add(xu, '办理', '徐静画的').catch(async () => {
    await node(xu, '提交').click();
    await add(xu, '办理', '徐静画的');
  });
  await saved(xu);
  await node(he, '提交').click();
  await add(he, '办理', '何勇画的');
  const dialog = he.getByRole('dialog');
  await expect(dialog).toContainText('徐静');
  await expect(dialog).toContainText('何勇画的');
  await dialog.getByRole('button', { name: '把我的另存为副本' }).click();
  await expect(he.getByRole('heading', { name: '冲突试验（副本）' })).toBeVisible();
  await expect(node(he, '何勇画的')).toBeVisible();
  await expect(node(xu, '徐静画的')).toBeVisible();
  await expect(node(xu, '何勇画的')).toHaveCount(0);
});
