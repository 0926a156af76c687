import { readFile } from 'node:fs/promises';

import { devices, type Download, type Page } from '@playwright/test';

import { drawContractApproval } from './support/approval';
import { expectState, live, outcome, passed, signed } from './support/chart';
import { arrows, expectSaved, newFlow, problems, select, symbol } from './support/draw';
import { addContract, addCustomer, begin, field, send } from './support/records';
import { approve, openInbox, openTask, reject } from './support/tasks';
import { expect, test } from './support/test';

const flow = '合同会审';
const title = '远帆三年框架合同';

const { userAgent, hasTouch, isMobile } = devices['iPhone 13'];
const phone = { userAgent, hasTouch, isMobile, viewport: { width: 390, height: 844 } };

test('a flow is drawn from the empty canvas, published, run, watched and documented', async ({ as }) => {
  test.setTimeout(240_000);
  const xu = await as('xu.jing');

  await test.step('the key user draws it; it is saved by itself, and a reload loses nothing', async () => {
    await newFlow(xu, flow);
    await drawContractApproval(xu);
    await expect((await problems(xu)).getByText('没有发现问题')).toBeVisible();
    await expectSaved(xu);
    await xu.reload();
    await expect(xu.locator('.react-flow__node')).toHaveCount(13);
    await expect(arrows(xu)).toHaveCount(16);
    await select(xu, '信用低于七十？');
    await xu.getByRole('button', { name: '看表达式' }).first().click();
    await expect(xu.getByRole('textbox', { name: '表达式' })).toHaveValue(
      'record.customer.credit_score < 70',
    );
  });

  const he = await as('he.yong');
  await test.step('the admin publishes it with a note', async () => {
    await he.goto(xu.url());
    await he.getByRole('button', { name: '发布' }).click();
    const dialog = he.getByRole('dialog', { name: '发布新版本' });
    await dialog.getByRole('button', { name: '发布' }).click();
    await expect(dialog.getByText('请写一句说明，日后好查。')).toBeVisible();
    await dialog.getByLabel('这一版改了什么').fill('财务与法务同时会审');
    await dialog.getByRole('button', { name: '发布' }).click();
    await expect(he.getByText('第 1 版已发布。')).toBeVisible();
  });

  await test.step('the version has a diagram, as SVG and as PNG', async () => {
    await he.getByRole('tab', { name: '版本' }).click();
    await expect(he.getByText('财务与法务同时会审')).toBeVisible();
    await he.getByRole('button', { name: '流程图', exact: true }).click();
    const svg = await text(await pressed(he, '下载 SVG'));
    for (const word of [flow, '经理初审', '销售经理', '财务部负责人', '郑凯', '信用低于七十？', '总经理决定'])
      expect(svg).toContain(word);
    for (const word of ['v1', today(), '&gt; 100,000', '图例']) expect(svg).toContain(word);
    expectPicture(await bytes(await pressed(he, '下载 PNG')));
  });

  const li = await as('li.na');
  await addCustomer(li, '远帆连锁有限公司', '65');
  await addContract(li, { title, customer: '远帆连锁有限公司', amount: '120000', months: '24' });
  const contract = li.url();
  const wang = await as('wang.lei');
  const zhou = await as('zhou.ting');
  const zheng = await as('zheng.kai');
  const chen = await as('chen.zhiyuan', phone);
  for (const page of [wang, zhou, zheng, chen]) await openInbox(page);

  await test.step('the sales representative submits a contract and sees who will be asked', async () => {
    await begin(li, `提交：${flow}`);
    const ahead = li.getByRole('region', { name: '接下来会请' });
    for (const words of [/经理初审.*王磊/, /财务会审.*周婷/, /法务会审.*郑凯/, /总经理决定.*陈志远/])
      await expect(ahead.getByRole('listitem').filter({ hasText: words })).toBeVisible();
    await send(li);
    await expectState(li, '经理初审', 'here');
  });

  await test.step('the record is locked, but for what the flow lets be edited', async () => {
    const record = await li.context().newPage();
    await record.goto(contract);
    await expect(record.getByText('正在审批中，暂时不能修改')).toBeVisible();
    await expect(record.getByRole('button', { name: '编辑' })).toHaveCount(0);
    await openTask(wang, title);
    await expect(wang.getByRole('spinbutton', { name: '合同金额' })).toHaveCount(0);
    await wang.getByLabel('折扣').fill('5');
    await record.close();
  });

  await test.step('the manager approves, then finance and legal are asked side by side', async () => {
    await approve(wang);
    await expectState(li, '财务会审', 'here', live);
    await expectState(li, '法务会审', 'here', live);
  });

  await test.step('finance is done, the flow waits for legal', async () => {
    await openTask(zhou, title);
    await expect(zhou.getByText('法务意见')).toHaveCount(0);
    await zhou.getByLabel('财务意见').fill('风险可控');
    await approve(zhou);
    await expectState(li, '财务会审', 'done', live);
    await expectState(li, '会审结束', 'waiting', live);
  });

  await test.step('legal is done, the general manager decides', async () => {
    await openTask(zheng, title);
    await expect(zheng.getByText('预计成本')).toHaveCount(0);
    await zheng.getByLabel('法务意见').fill('条款合法');
    await approve(zheng);
    await expectState(li, '总经理决定', 'here', live);
    await openTask(chen, title);
    const yes = chen.getByRole('button', { name: '同意' });
    await expect(yes).toBeInViewport({ ratio: 1 });
    await approve(chen);
    await expectState(li, '合同通过', 'done', live);
  });

  await test.step('the request is over, its record free and marked, its diagram there to keep', async () => {
    await expect(outcome(li)).toHaveText('已通过');
    for (const [step, person] of [
      ['经理初审', '王磊'],
      ['财务会审', '周婷'],
      ['法务会审', '郑凯'],
      ['总经理决定', '陈志远'],
    ] as const)
      await expect(signed(li, step)).toContainText(new RegExp(`✓.*${person}.+`));
    await expect(passed(li)).toHaveCount(12);
    expect(await text(await diagram(li, 'SVG'))).toContain('陈志远');
    expectPicture(await bytes(await diagram(li, 'PNG')));
    await li.goto(contract);
    await expect(field(li, '状态')).toContainText('已批准');
    await expect(field(li, '折扣')).toContainText('5');
    await expect(li.getByRole('button', { name: '编辑' })).toBeVisible();
  });

  await test.step('another contract is refused on a phone, with a reason that everybody reads', async () => {
    const refused = '远帆加急合同';
    await addContract(li, { title: refused, customer: '远帆连锁有限公司', amount: '9000', months: '6' });
    await begin(li, `提交：${flow}`);
    await send(li);
    const mobile = await as('wang.lei', phone);
    await openInbox(mobile);
    await openTask(mobile, refused);
    await reject(mobile, '价格低于成本');
    await expectState(li, '经理初审', 'refused', live);
    await expect(outcome(li)).toHaveText('已拒绝');
    await expect(signed(li, '经理初审')).toContainText(/✕.*王磊/);
    await expect(passed(li)).toHaveCount(2);
    await expect(li.getByRole('list', { name: '经过' })).toContainText('价格低于成本');
  });

  await test.step('whoever looks at the version sees what ran', async () => {
    await he.keyboard.press('Escape');
    await he.getByRole('link', { name: '查看' }).click();
    await expect(he.getByText('您看到的是已发布的第 1 版，不能修改。')).toBeVisible();
    await expect(symbol(he, '总经理决定')).toBeVisible();
  });
});

/** The day of the machine that serves, as a title block has it. */
function today(): string {
  return new Date().toLocaleDateString('sv-SE');
}

async function pressed(page: Page, name: string): Promise<Download> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  return waiting;
}

/** The diagram of the open request, as a file. */
async function diagram(page: Page, format: string): Promise<Download> {
  await page.getByRole('button', { name: '下载流程图' }).click();
  const waiting = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: format }).click();
  return waiting;
}

/** A PNG wide enough to print, and no wider than a canvas can hold. */
function expectPicture(file: Buffer): void {
  expect(file.subarray(1, 4).toString()).toBe('PNG');
  const width = file.readUInt32BE(16);
  expect(width).toBeGreaterThan(600);
  expect(width).toBeLessThanOrEqual(8000);
}

async function bytes(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}

async function text(download: Download): Promise<string> {
  return (await bytes(download)).toString();
}
