import { expect, type Locator, type Page } from '@playwright/test';

import { choose } from './records';

interface Point {
  x: number;
  y: number;
}

/** symbol is a node on the canvas, found by the name that stands on it. */
export function symbol(page: Page, name: string): Locator {
  return page.locator('.react-flow__node').filter({ hasText: name });
}

/** arrows are all arrows on the canvas. */
export function arrows(page: Page): Locator {
  return page.locator('.react-flow__edge');
}

/** newFlow opens an empty canvas for a flow over contracts. */
export async function newFlow(page: Page, name: string): Promise<void> {
  await page.goto('/flows');
  await page.getByRole('button', { name: '新建流程' }).click();
  await page.getByLabel('中文名称').fill(name);
  // A list that is still being fetched draws its choices anew, and a press on an old one is lost.
  await expect(async () => {
    await choose(page, '这个流程用在哪种记录上？', /^合同$/);
    await expect(page.getByRole('dialog').getByTitle('合同', { exact: true })).toBeVisible({
      timeout: 1_000,
    });
  }).toPass();
  await page.getByRole('button', { name: '创建并开始画' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** drag brings a symbol from the palette to a place on the canvas. */
export async function drag(page: Page, part: string, x: number, y: number): Promise<void> {
  await page
    .getByRole('complementary', { name: '图形' })
    .getByRole('button', { name: part, exact: true })
    .dragTo(page.locator('.react-flow__pane'), { targetPosition: { x, y } });
}

/** select shows the whole chart and takes hold of one symbol, so that its settings are open. */
export async function select(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '看全图' }).click();
  await symbol(page, name).click();
  await expect(nameField(page)).toHaveValue(name);
  await still(page, name);
}

/** still waits until a symbol stays where it is: fitting the chart into the view moves all of them for a moment. */
export async function still(page: Page, name: string): Promise<void> {
  await expect(async () => {
    const before = await symbol(page, name).boundingBox();
    await page.waitForTimeout(150);
    expect(await symbol(page, name).boundingBox()).toEqual(before);
  }).toPass();
}

/** nameField is where the name of the selected symbol is written beside the canvas. */
export function nameField(page: Page): Locator {
  return page
    .getByRole('region', { name: '名称', exact: true })
    .getByRole('textbox', { name: '名称 (中文)' });
}

/** add places what comes next below the selected symbol with one press on its "+", and names it. */
export async function add(page: Page, part: string, name: string): Promise<void> {
  await page.getByRole('button', { name: '添加下一步' }).click();
  await page.getByRole('menuitem', { name: part }).click();
  await page.getByRole('textbox', { name: '图形的名称' }).fill(name);
  await page.keyboard.press('Enter');
  await expect(symbol(page, name)).toBeVisible();
}

/** draw leads an arrow from one symbol to another with the mouse. */
export async function draw(page: Page, from: string, to: string): Promise<void> {
  const before = await arrows(page).count();
  await pull(page, await grip(page, from), to, async (target) => {
    await expect(target).toHaveClass(/fc-target-takes/);
  });
  await expect(arrows(page)).toHaveCount(before + 1);
}

/** grip is where an arrow out of a symbol is drawn from. */
export async function grip(page: Page, from: string): Promise<Point> {
  await select(page, from);
  const start = symbol(page, from).getByRole('button', { name: '拖到下一步，画出箭头' }).last();
  await expect(start).toBeVisible();
  const box = await start.boundingBox();
  if (!box) throw new Error(`no arrow can be drawn from ${from}`);
  // By its outer half: the inner one lies on the symbol, and what adds the next step begins right below it.
  return { x: box.x + box.width / 2, y: box.y + box.height * 0.7 };
}

/** pull draws from a point of the window to a symbol with the mouse, and looks at the symbol before it lets go. */
export async function pull(
  page: Page,
  from: Point,
  to: string,
  look: (target: Locator) => Promise<void>,
): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  const end = await symbol(page, to).boundingBox();
  if (!end) throw new Error(`${to} is not on the canvas`);
  const middle = { x: end.x + end.width / 2, y: end.y + end.height / 2 };
  await page.mouse.move(middle.x, middle.y, { steps: 12 });
  // A symbol takes arrows once it has seen that one is being drawn, which a busy machine draws a moment later.
  const target = symbol(page, to).locator('.fc-target');
  await expect(target).toBeAttached();
  await look(target);
  await page.mouse.move(middle.x + 1, middle.y);
  await page.mouse.up();
}

/** lead leads an arrow from the selected symbol to one chosen by its name. */
export async function lead(page: Page, to: string): Promise<void> {
  const before = await arrows(page).count();
  await choose(page, '画箭头到…', to);
  await expect(arrows(page)).toHaveCount(before + 1);
}

/** asked says who decides at the selected step. */
export async function asked(page: Page, who: string): Promise<void> {
  await choose(page, '由谁审批', who);
  await page.keyboard.press('Escape');
}

/** right says what may be done with a field at the selected step. */
export async function right(page: Page, field: string, access: string): Promise<void> {
  await page.getByRole('radio', { name: `${field}: ${access}` }).check();
}

interface Condition {
  /** The symbol that the arrow leads to. */
  to: string;
  field: string;
  operator: string;
  value: string;
}

/** condition says when the selected decision goes a way: by field, operator and value. */
export async function condition(page: Page, { to, field, operator, value }: Condition): Promise<void> {
  const way = page.getByRole('listitem').filter({ hasText: `到「${to}」` });
  await way.getByRole('button', { name: '加条件' }).click();
  await choose(page, '字段', field, way);
  await choose(page, '比较方式', operator, way);
  await way.getByLabel('值', { exact: true }).fill(value);
  await page.keyboard.press('Tab');
  await expect(way.getByText('条件可用')).toBeVisible();
}

/** expectSaved waits until the draft is kept on the server. */
export function expectSaved(page: Page): Promise<void> {
  return expect(page.getByRole('status').filter({ hasText: '已保存' })).toBeVisible();
}

/** problems shows the list of what is wrong with the flow. */
export async function problems(page: Page): Promise<Locator> {
  await page.getByRole('tab', { name: /问题/ }).click();
  return page.getByRole('tabpanel', { name: /问题/ });
}
