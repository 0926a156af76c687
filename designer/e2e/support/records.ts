import { expect, type Locator, type Page } from '@playwright/test';

import { either } from './words';

export interface Contract {
  title: string;
  customer: string;
  amount: string;
  months: string;
}

/** choose opens a list of choices, within a part of the page if need be, and takes one of them. */
export async function choose(
  page: Page,
  label: string | RegExp,
  option: string | RegExp,
  within: Page | Locator = page,
): Promise<void> {
  const list = within.getByLabel(label, { exact: true }).and(page.getByRole('combobox'));
  await list.click();
  // What can be searched is searched; a short list has no place to type into.
  if (typeof option === 'string' && (await list.isEditable())) await list.fill(option);
  const options = page.locator('.ant-select-dropdown:visible .ant-select-item-option');
  await options.filter({ hasText: option }).first().click();
}

/** addCustomer fills in a new customer; saving it sets off the registration of the customer. */
export async function addCustomer(page: Page, name: string, score: string): Promise<void> {
  await page.goto('/records/customer');
  await page.getByRole('link', { name: either('新建客户', 'New Customer') }).click();
  await page.getByLabel(either('客户名称', 'Customer name')).fill(name);
  await choose(page, either('区域', 'Region'), /浙江|Zhejiang/);
  await choose(page, either('行业', 'Industry'), /零售|Retail/);
  await choose(page, either('客户负责人', 'Account owner'), /李娜|Li Na/);
  await page.getByLabel(either('信用评分', 'Credit score')).fill(score);
  await page.getByRole('button', { name: either('保存', 'Save') }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** addContract fills in a new contract and leaves its page open. */
export async function addContract(page: Page, contract: Contract): Promise<void> {
  await page.goto('/records/contract');
  await page.getByRole('link', { name: either('新建合同', 'New Contract') }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: either('新建合同', 'New Contract') }),
  ).toBeVisible();
  await page.getByLabel(either('合同名称', 'Contract')).fill(contract.title);
  await choose(page, either('客户', 'Customer'), contract.customer);
  await page.getByLabel(either('合同金额', 'Amount')).fill(contract.amount);
  await page.getByLabel(either('合同期限', 'Term')).fill(contract.months);
  await choose(page, either('付款条件', 'Payment terms'), /货到 ?30 ?天|30 days/);
  await page.getByRole('button', { name: either('保存', 'Save') }).click();
  await expect(page.getByRole('heading', { level: 1, name: contract.title })).toBeVisible();
}

/** begin opens the form that submits the open record to a flow. */
export async function begin(
  page: Page,
  flow: string | RegExp = either('提交：合同审批', 'Submit: Contract approval'),
): Promise<void> {
  await page.getByRole('link', { name: flow }).click();
  await expect(page.getByRole('heading', { level: 1, name: flow })).toBeVisible();
}

/** send submits the open form and waits for the request's own page. */
export async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: either('提交', 'Submit') }).click();
  await page.waitForURL('**/instances/*');
}

/** submitContract adds a contract and submits it; the request's page is open afterwards. */
export async function submitContract(page: Page, contract: Contract): Promise<void> {
  await addContract(page, contract);
  await begin(page);
  await send(page);
}

/** field is what the open record says of a field that cannot be changed there. */
export function field(page: Page, name: string): Locator {
  return page.getByRole('group', { name, exact: true });
}
