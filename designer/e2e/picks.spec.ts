import { call, refused } from './support/api';
import { openMine } from './support/deeds';
import { asks, publishFlow } from './support/flows';
import { addContract, begin, choose, send } from './support/records';
import { approve, openInbox } from './support/tasks';
import { expect, test } from './support/test';

const title = '自选审批人的合同';

test('who submits picks who decides, out of those whom the flow allows', async ({ as }) => {
  await publishFlow(
    await as('he.yong'),
    'e2e-picks',
    [
      asks('review', '审核', ['wang-lei', 'zhou-ting', 'zheng-kai'], {
        quorum: { mode: 'all' },
        pick: { by: 'submitter', max: 2 },
      }),
    ],
    [
      ['start', 'review'],
      ['review', 'end'],
    ],
  );
  const li = await as('li.na');
  await addContract(li, { title, customer: '华辰电子科技有限公司', amount: '8000', months: '6' });
  const record = new URL(li.url()).pathname.split('/').at(-1);

  await test.step('nothing is sent before somebody is picked, and only those in range can be', async () => {
    await begin(li, '提交：流程 e2e-picks');
    const pick = li.getByRole('combobox', { name: '“审核”由谁处理' });
    await expect(pick).toBeVisible();
    await li.getByRole('button', { name: '请选择“审核”的处理人' }).click();
    await expect(pick).toBeFocused();
    const found = li.locator('.ant-select-dropdown:visible .ant-select-item-option');
    await pick.click();
    await expect(found).toHaveText([/王磊/, /周婷/, /郑凯/]);
    await pick.fill('陈志远');
    await expect(found).toHaveCount(0);
    await pick.fill('');
    await choose(li, '“审核”由谁处理', '周婷');
    await choose(li, '“审核”由谁处理', '郑凯');
    await pick.click();
    await expect(found.filter({ hasText: '王磊' })).toHaveClass(/disabled/);
    await li.keyboard.press('Escape');
  });

  await test.step('past the form, who is out of range or one too many is refused too', async () => {
    const submission = (review: string[]) => ({ flow: 'e2e-picks', record, picks: { review } });
    for (const [people, words] of [
      [['chen-zhiyuan'], '不在可选范围内'],
      [['wang-lei', 'zhou-ting', 'zheng-kai'], '请选择 1 到 2 个人'],
    ] as const) {
      expect(await refused(li, 'POST', '/instances', submission([...people]))).toContain(words);
    }
    expect((await call<{ total: number }>(li, 'GET', '/instances?scope=mine&flow=e2e-picks')).total).toBe(0);
  });

  await test.step('those who were picked are asked, and nobody else', async () => {
    await send(li);
    const wang = await as('wang.lei');
    await openInbox(wang);
    for (const name of ['zhou.ting', 'zheng.kai']) {
      const page = await as(name);
      await openMine(page, title);
      await approve(page);
    }
    await expect(wang.getByRole('link', { name: title })).toHaveCount(0);
    await expect(li.locator('.fl-instance-facts .fl-tag')).toHaveText('已通过');
  });
});
