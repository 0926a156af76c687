import { expectState, outcome } from './support/chart';
import { openMine } from './support/deeds';
import { asks, publishFlow, startFlow } from './support/flows';
import { approve, reject } from './support/tasks';
import { expect, test } from './support/test';

test('where all must agree one refusal ends the step, and the others are not asked any more', async ({
  as,
}) => {
  const admin = await as('he.yong');
  await publishFlow(
    admin,
    'e2e-all',
    [asks('all', '三人会签', ['wang-lei', 'zhou-ting', 'zheng-kai'], { quorum: { mode: 'all' } })],
    [
      ['start', 'all'],
      ['all', 'end'],
    ],
  );
  const li = await as('li.na');
  await startFlow(li, 'e2e-all', '会签的合同');
  const wang = await as('wang.lei');
  await openMine(wang, '会签的合同');
  await approve(wang);
  const zhou = await as('zhou.ting');
  await openMine(zhou, '会签的合同');
  await reject(zhou, '账期太长');
  await expect(outcome(li)).toHaveText('已拒绝');
  const story = li.getByRole('list', { name: '经过' });
  await expect(story).toContainText('账期太长');
  await expect(story).toContainText('“三人会签”已有人处理，不再需要 郑凯');
});

test('a vote passes as soon as enough have agreed, with abstentions counted', async ({ as }) => {
  const admin = await as('he.yong');
  await publishFlow(
    admin,
    'e2e-vote',
    [
      asks('vote', '投票', ['wang-lei', 'zhou-ting', 'zheng-kai'], {
        quorum: { mode: 'vote', vote: { share: { of: 2, all: 3 } } },
      }),
    ],
    [
      ['start', 'vote'],
      ['vote', 'end'],
    ],
  );
  const li = await as('li.na');
  await startFlow(li, 'e2e-vote', '投票的合同');
  const wang = await as('wang.lei');
  await openMine(wang, '投票的合同');
  await wang.getByRole('button', { name: '弃权' }).click();
  await expectState(li, '投票', 'here');
  for (const name of ['zhou.ting', 'zheng.kai']) {
    const voter = await as(name);
    await openMine(voter, '投票的合同');
    await approve(voter);
  }
  await expect(outcome(li)).toHaveText('已通过');
  await expect(li.getByRole('list', { name: '经过' })).toContainText('王磊 在“投票”弃权');
});
