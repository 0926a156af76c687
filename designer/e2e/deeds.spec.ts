import { expectState, outcome } from './support/chart';
import { ask, find, openMine, press } from './support/deeds';
import { asks, bar, publishFlow, startFlow } from './support/flows';
import { approve } from './support/tasks';
import { expect, test } from './support/test';

test('it is returned inside a parallel part and comes straight back, while the other branch goes on', async ({
  as,
}) => {
  const admin = await as('he.yong');
  await publishFlow(
    admin,
    'e2e-parallel',
    [
      bar('fork', 'fork', '分头进行'),
      asks('draft', '起草', ['wang-lei']),
      asks('finance', '财务', ['zhou-ting'], { return: { mode: 'returner' } }),
      asks('legal', '法务', ['zheng-kai']),
      bar('join', 'join', '汇合'),
    ],
    [
      ['start', 'fork'],
      ['fork', 'draft'],
      ['draft', 'finance'],
      ['finance', 'join'],
      ['fork', 'legal'],
      ['legal', 'join'],
      ['join', 'end'],
    ],
  );
  const li = await as('li.na');
  await startFlow(li, 'e2e-parallel', '并行的合同');
  const wang = await as('wang.lei');
  await openMine(wang, '并行的合同');
  await approve(wang);
  const zhou = await as('zhou.ting');
  await openMine(zhou, '并行的合同');
  const dialog = await ask(zhou, '退回');
  await dialog.getByText('起草').click();
  await dialog.getByLabel('原因').fill('条款写漏了');
  await press(dialog, '退回');
  await expectState(li, '起草', 'here');
  await expectState(li, '法务', 'here');

  await openMine(wang, '并行的合同');
  await approve(wang);
  await expectState(li, '财务', 'here');
  for (const name of ['zhou.ting', 'zheng.kai']) {
    const page = await as(name);
    await openMine(page, '并行的合同');
    await approve(page);
  }
  await expect(outcome(li)).toHaveText('已通过');
});

test('what is returned to who submitted is mended and sent again', async ({ as }) => {
  const admin = await as('he.yong');
  await publishFlow(
    admin,
    'e2e-mend',
    [asks('review', '审核', ['wang-lei'], { return: { mode: 'submitter' } })],
    [
      ['start', 'review'],
      ['review', 'end'],
    ],
  );
  const li = await as('li.na');
  await startFlow(li, 'e2e-mend', '写错的合同');
  const wang = await as('wang.lei');
  await openMine(wang, '写错的合同');
  const dialog = await ask(wang, '退回');
  await dialog.getByLabel('原因').fill('名称写错了');
  await press(dialog, '退回');

  await openMine(li, '写错的合同');
  await expect(li.getByText('名称写错了').first()).toBeVisible();
  await li.getByLabel('合同名称').fill('写对的合同');
  await li.getByLabel('直接回到退回的人').check();
  await li.getByRole('button', { name: '重新提交' }).click();
  await openMine(wang, '写错的合同');
  await expect(wang.getByText('写对的合同').first()).toBeVisible();
  await approve(wang);
});

test('a signer is added before, and a task is transferred for good', async ({ as }) => {
  const admin = await as('he.yong');
  await publishFlow(
    admin,
    'e2e-signers',
    [asks('review', '审核', ['wang-lei'])],
    [
      ['start', 'review'],
      ['review', 'end'],
    ],
  );
  const li = await as('li.na');
  await startFlow(li, 'e2e-signers', '加签的合同');
  const wang = await as('wang.lei');
  await openMine(wang, '加签的合同');
  const signers = await ask(wang, '加签');
  await find(signers, '加签人', '周婷');
  await signers.getByText('他们先审，然后我再决定').click();
  await press(signers, '加签');
  await expect(wang.getByText('还没轮到您')).toBeVisible();

  const zhou = await as('zhou.ting');
  await openMine(zhou, '加签的合同');
  await approve(zhou);
  await expect(wang.getByRole('button', { name: '同意' })).toBeVisible();

  await startFlow(li, 'e2e-signers', '转交的合同');
  await openMine(wang, '转交的合同');
  const handing = await ask(wang, '转交');
  await find(handing, '交给谁', '郑凯');
  await press(handing, '转交');
  const zheng = await as('zheng.kai');
  await openMine(zheng, '转交的合同');
  await approve(zheng);
  await expect(outcome(li)).toHaveText('已通过');
});

test('who submitted urges, once in a while, and withdraws before anybody has decided', async ({ as }) => {
  const admin = await as('he.yong');
  await publishFlow(
    admin,
    'e2e-withdraw',
    [asks('review', '审核', ['wang-lei'])],
    [
      ['start', 'review'],
      ['review', 'end'],
    ],
  );
  const li = await as('li.na');
  await startFlow(li, 'e2e-withdraw', '撤回的合同');
  await li.getByRole('button', { name: '催办' }).click();
  const urging = li.getByRole('dialog');
  await press(urging, '催办');
  await expect(li.getByRole('list', { name: '经过' })).toContainText('李娜 催办：王磊');
  await li.getByRole('button', { name: '催办' }).click();
  await urging.getByRole('button', { name: '催办' }).click();
  await expect(urging.getByRole('alert')).toBeVisible();
  await urging.getByRole('button', { name: '取消' }).click();

  await li.getByRole('button', { name: '撤回' }).click();
  await press(li.getByRole('dialog'), '撤回');
  await expect(outcome(li)).toHaveText('已撤回');
});
