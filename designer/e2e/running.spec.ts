import { expectState, live, node, outcome } from './support/chart';
import { addContract, addCustomer, begin, field, send, submitContract } from './support/records';
import { approve, openInbox, openTask, reject } from './support/tasks';
import { expect, test } from './support/test';

test('a large, long contract of a weak customer is asked of four people, and everybody watches it live', async ({
  as,
}) => {
  const li = await as('li.na');
  await addCustomer(li, '海棠零售有限公司', '65');
  await addContract(li, {
    title: '海棠冷柜合同',
    customer: '海棠零售有限公司',
    amount: '120000',
    months: '24',
  });
  const contract = li.url();

  const wang = await as('wang.lei');
  const zhou = await as('zhou.ting');
  const zheng = await as('zheng.kai');
  const chen = await as('chen.zhiyuan');
  for (const page of [wang, zhou, zheng, chen]) await openInbox(page);

  await test.step('before submitting one sees who will be asked', async () => {
    await begin(li);
    await expect(li.getByRole('region', { name: '接下来会请' }).getByRole('listitem')).toHaveText([
      /销售经理初审.*王磊/,
      /财务审核.*周婷/,
      /法务审核.*郑凯/,
      /总经理终审.*陈志远/,
      /合同标记为已批准/,
    ]);
  });

  await test.step('once submitted, the record is locked', async () => {
    await send(li);
    await expectState(li, '销售经理初审', 'here');
    const other = await li.context().newPage();
    await other.goto(contract);
    await expect(other.getByText('正在审批中，暂时不能修改')).toBeVisible();
    await expect(other.getByRole('button', { name: '编辑' })).toHaveCount(0);
    await other.close();
  });

  await test.step('the manager approves', async () => {
    await openTask(wang, '海棠冷柜合同');
    await approve(wang);
    await expectState(li, '销售经理初审', 'done', live);
    await expectState(li, '财务审核', 'here', live);
  });

  await test.step('finance sees no opinion of legal, and has to write its own', async () => {
    await openTask(zhou, '海棠冷柜合同');
    await expect(zhou.getByText('法务意见')).toHaveCount(0);
    await zhou.getByRole('button', { name: '同意' }).click();
    await expect(zhou.getByText('请填写“财务意见”')).toBeVisible();
    await zhou.getByLabel('财务意见').fill('分期收款，风险可控');
    await approve(zhou);
    await expectState(li, '法务审核', 'here', live);
  });

  await test.step('legal sees neither the cost nor the opinion of finance', async () => {
    await openTask(zheng, '海棠冷柜合同');
    await expect(zheng.getByLabel('法务意见')).toBeVisible();
    await expect(zheng.getByText('预计成本')).toHaveCount(0);
    await expect(zheng.getByText('财务意见')).toHaveCount(0);
    await zheng.getByLabel('法务意见').fill('违约责任清楚');
    await approve(zheng);
    await expectState(li, '总经理终审', 'here', live);
  });

  await test.step('the general manager decides, and the record is free and marked approved', async () => {
    await openTask(chen, '海棠冷柜合同');
    await approve(chen);
    for (const name of ['总经理终审', '合同标记为已批准', '审批通过'])
      await expectState(li, name, 'done', live);
    await expectState(li, '合同标记为已驳回', 'idle');
    await expect(node(li, '总经理终审')).toContainText('陈志远');
    await expect(outcome(li)).toHaveText('已通过');
    await li.goto(contract);
    await expect(field(li, '状态')).toContainText('已批准');
    await expect(field(li, '财务意见')).toContainText('分期收款，风险可控');
    await expect(li.getByRole('button', { name: '编辑' })).toBeVisible();
  });
});

test('who rejects has to say why, and the submitter reads it', async ({ as }) => {
  const li = await as('li.na');
  const wang = await as('wang.lei');
  await openInbox(wang);
  await submitContract(li, small('价格偏低的合同'));

  await openTask(wang, '价格偏低的合同');
  await wang.getByRole('button', { name: '拒绝' }).click();
  await expect(wang.getByRole('alert')).toHaveText('请写明拒绝的原因，提交人会看到');
  await reject(wang, '毛利不到一成');

  await expectState(li, '销售经理初审', 'refused', live);
  await expectState(li, '审批驳回', 'refused', live);
  await expect(li.getByRole('list', { name: '经过' }).getByText('毛利不到一成')).toBeVisible();
  await expect(outcome(li)).toHaveText('已拒绝');
});

test('a small contract of a sound customer needs the manager alone', async ({ as }) => {
  const li = await as('li.na');
  const wang = await as('wang.lei');
  await openInbox(wang);
  await submitContract(li, small('年度备件合同'));
  await openTask(wang, '年度备件合同');
  await approve(wang);
  await expectState(li, '审批通过', 'done', live);
  for (const name of ['财务审核', '法务审核', '总经理终审']) await expectState(li, name, 'idle');
});

test('in English it is the same flow', async ({ as }) => {
  const english = { locale: 'en-GB' };
  const li = await as('li.na', english);
  const wang = await as('wang.lei', english);
  await openInbox(wang);
  await submitContract(li, small('Fixtures for line two'));
  await expect(li.getByText('Under way')).toBeVisible();
  await openTask(wang, 'Fixtures for line two');
  await expect(wang.getByText("Sales manager's review").first()).toBeVisible();
  await approve(wang);
  await expectState(li, "Sales manager's review", 'done', live);
  await expect(li.getByRole('list', { name: 'History' })).toContainText('Wang Lei approved');
});

/** A contract under every threshold, of a customer of li.na with a score of 91. */
function small(title: string) {
  return { title, customer: '华辰电子科技有限公司', amount: '8000', months: '6' };
}
