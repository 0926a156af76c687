import type { Page } from '@playwright/test';

import { call } from './support/api';
import { expectAllAccessible } from './support/axe';
import { asks, publishFlow, startFlow } from './support/flows';
import { addContract, begin, send } from './support/records';
import { openAccount } from './support/session';
import { openInbox, openTask } from './support/tasks';
import { either } from './support/words';
import { expect, test } from './support/test';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const locales = ['zh-CN', 'en'];

// A device each: axe-core's rules do not look at the language, only at whether there are words.
const staff = [
  { locale: 'zh-CN', device: 'desk', options: {} },
  { locale: 'en', device: 'phone', options: phone },
];

for (const { locale, device, options } of staff)
  test(`what staff see in ${locale} on a ${device} can be used by everybody`, async ({ as, visitor }) => {
    const title = `${locale} ${device}`;
    const flow = `axe-${device}-${locale.toLowerCase()}`;
    await publishFlow(
      await as('he.yong'),
      flow,
      [asks('review', '审核', ['wang-lei'], { return: { mode: 'returner' } })],
      [
        ['start', 'review'],
        ['review', 'end'],
      ],
    );
    await expectAllAccessible(await visitor({ locale, ...options }), [['signing in', '/']]);
    const li = await as('li.na', { locale, ...options });
    await expectAllAccessible(li, [
      ['home', '/'],
      ['records', '/records/contract'],
      ['a new record', '/records/contract/new'],
      ['a record', (page) => addContract(page, contract(title))],
      ['submitting it', (page) => begin(page)],
      ['a request', send],
      ['a record in a flow', recordInFlow(title)],
      ['requests', '/instances'],
      ['deputies', '/deputies'],
      ['naming a deputy', press('请人代理', 'Name a deputy')],
      ['the account', openMyAccount],
      [
        'quiet hours',
        (page) =>
          page.getByRole('menuitem', { name: either('通知与免打扰', 'Notices and quiet hours') }).click(),
      ],
      ['urging', urging(flow, `${title} 2`)],
      ['what was started', list('我发起的', 'Started')],
    ]);

    const wang = await as('wang.lei', { locale, ...options });
    await expectAllAccessible(wang, [
      ['the inbox', openInbox],
      ['notices', (page) => page.getByRole('button', { name: /^(通知|Notices)/ }).click()],
      ['narrowing the inbox', press('筛选', 'Filter', openInbox)],
      ['choosing several', press('批量处理', 'Choose several', openInbox)],
      ['what is done', list('已处理', 'Done')],
      ['copies', list('抄送我的', 'Copies')],
      ['a task', taskAbout(`${title} 2`)],
      ['rejecting without a reason', press('拒绝', 'Reject')],
      ['what else can be done', press('更多', 'More')],
      ['returning', behindMore('退回', 'Return')],
      ['transferring', behindMore('转交', 'Transfer')],
      ['asking for an opinion', behindMore('委派', 'Ask for an opinion')],
      ['adding signers', behindMore('加签', 'Add signers')],
    ]);
  });

for (const locale of locales) {
  test(`what key users see in ${locale} can be used by everybody`, async ({ as }) => {
    const admin = await as('he.yong', { locale });
    const empty = `axe-empty-${locale.toLowerCase()}`;
    await call(admin, 'POST', '/flows', { key: empty, name: { 'zh-CN': empty }, record: 'contract' });
    await expectAllAccessible(await as('xu.jing', { locale }), [
      ['the flows', '/flows'],
      ['a new flow', press('新建流程', 'New flow')],
      ['a flow', drawn('contract-approval')],
      ['its start', symbol('submit'), '.fw-side'],
      ['a step', symbol('manager'), '.fw-side'],
      ['a condition', symbol('low_credit'), '.fw-side'],
      ['what is wrong with it', panel('问题', 'Problems'), '.fw-side'],
      ['several branches at once', drawn('discount-approval')],
      ['where they part', symbol('split'), '.fw-side'],
      ['where they meet', symbol('meet'), '.fw-side'],
      ['an empty canvas', drawn(empty)],
      ['its first symbol', press('放上「开始」', 'Place Start')],
      ['what may come next', press('添加下一步', 'Add what comes next')],
      ['what is wrong with nothing', panel('问题', 'Problems'), '.fw-side'],
      ['its versions', panel('版本', 'Versions'), '.fw-side'],
    ]);
  });

  test(`what admins see in ${locale} can be used by everybody`, async ({ as }) => {
    const he = await as('he.yong', { locale });
    await getStuck(he, await as('chen.zhiyuan'), `axe-stuck-${locale.toLowerCase()}`);
    await expectAllAccessible(he, [
      ['a flow', drawn('contract-approval')],
      ['publishing', press('发布', 'Publish')],
      ['a flow again', drawn('contract-approval')],
      ['its versions', panel('版本', 'Versions'), '.fw-side'],
      ['a diagram', press('流程图', 'Diagram')],
      ['all requests', '/instances?scope=all'],
      ['a request that is stuck', '/instances?scope=all&status=faulted'],
      ['people', '/admin/people'],
      ['adding a person', press('添加人员', 'Add a person')],
      ['handing over', handingOver],
      ['importing', importing],
      ['departments', '/admin/departments'],
      ['posts', '/admin/posts'],
      ['adding a post', press('添加岗位', 'Add a post')],
      ['all deputies', '/admin/deputies'],
      ['incidents', '/admin/incidents'],
      ['naming people', press('指定处理人', 'Name people')],
    ]);
  });
}

/** A contract that a person of its company can submit. */
const contract = (title: string) => ({
  title,
  customer: '华辰电子科技有限公司',
  amount: '8000',
  months: '6',
});

type Open = (page: Page) => Promise<void>;

/** Presses a button that is known under both its names, which its sign may come before; on another screen, if need be. */
function press(zh: string, en: string, on?: Open): Open {
  return async (page) => {
    await on?.(page);
    await page
      .getByRole('button', { name: new RegExp(`(^| )(${zh}|${en})$`) })
      .first()
      .click();
  };
}

/** Ends what is open over the page, and opens the dialog of something behind More. */
function behindMore(zh: string, en: string): Open {
  return async (page) => {
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await press('更多', 'More')(page);
    await page.getByRole('menuitem', { name: either(zh, en) }).click();
    await expect(page.getByRole('dialog').getByRole('button', { name: either(zh, en) })).toBeVisible();
  };
}

function recordInFlow(title: string): Open {
  return async (page) => {
    await page.getByRole('link', { name: title }).click();
    await expect(page.getByText(/正在审批中|This record is in a flow/)).toBeVisible();
  };
}

function urging(flow: string, title: string): Open {
  return async (page) => {
    await startFlow(page, flow, title);
    await press('催办', 'Urge')(page);
    await expect(page.getByRole('dialog')).toBeVisible();
  };
}

async function openMyAccount(page: Page): Promise<void> {
  await page.goto('/');
  await openAccount(page);
}

/** One of the lists of the inbox. */
function list(zh: string, en: string): Open {
  return async (page) => {
    await openInbox(page);
    await page
      .getByRole('radiogroup')
      .getByText(new RegExp(`^(${zh}|${en})`))
      .click();
  };
}

function taskAbout(title: string): Open {
  return async (page) => {
    await openInbox(page);
    await openTask(page, title);
  };
}

/** Opens a flow on the canvas. */
function drawn(flow: string): Open {
  return async (page) => {
    await page.goto(`/flows/${flow}`);
    await expect(page.getByRole('tab', { name: /属性|Properties/ })).toBeVisible();
  };
}

/** Takes hold of a symbol of the chart, so that its settings are open. */
function symbol(id: string): Open {
  return async (page) => {
    await press('看全图', 'Fit to the window')(page);
    await page.locator(`.react-flow__node[data-id="${id}"]`).click();
    await expect(page.locator('.react-flow__node.selected')).toHaveCount(1);
  };
}

/** What stands beside the canvas. */
function panel(zh: string, en: string): Open {
  return (page) => page.getByRole('tab', { name: new RegExp(`^(${zh}|${en})`) }).click();
}

/** A request that waits for an admin: its step asks the superior of somebody who has none. */
async function getStuck(admin: Page, submitter: Page, flow: string): Promise<void> {
  const nobody = { by: [{ managerOf: 'submitter' }], empty: { do: 'block' } };
  await publishFlow(
    admin,
    flow,
    [asks('review', '审核', [], nobody)],
    [
      ['start', 'review'],
      ['review', 'end'],
    ],
  );
  await startFlow(submitter, flow, flow);
}

async function handingOver(page: Page): Promise<void> {
  await page.goto('/admin/people');
  await page.getByRole('button', { name: /^(离职交接：吴强|Hand over the work of Wu Qiang)$/ }).click();
  await expect(page.getByText(/^(待处理的任务|Open tasks)$/)).toBeVisible();
}

/** The preview of a file with a new person and a wrong line. */
async function importing(page: Page): Promise<void> {
  await page.goto('/admin/people');
  await press('导入', 'Import')(page);
  const lines = 'id,name_zh,sign_in\nnew-one,新人,new.one\n,没有代码,\n';
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(lines) });
  await expect(page.getByRole('dialog').getByRole('table')).toBeVisible();
}
