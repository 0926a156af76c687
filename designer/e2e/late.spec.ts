import { expectState, outcome } from './support/chart';
import { openMine } from './support/deeds';
import { asks, publishFlow, startFlow } from './support/flows';
import { approve, openInbox } from './support/tasks';
import { expect, test } from './support/test';

const title = '没人处理的合同';

// The clock of the running program is the real one: the deadline is two seconds.
test('time runs out: it is asked of the superior instead, and nobody acted', async ({ as }) => {
  await publishFlow(
    await as('he.yong'),
    'e2e-late',
    [asks('review', '审核', ['wang-lei'], { due: 'PT2S', late: [{ do: 'transfer' }] })],
    [
      ['start', 'review'],
      ['review', 'end'],
    ],
  );
  const chen = await as('chen.zhiyuan');
  await openInbox(chen);
  const li = await as('li.na');
  await startFlow(li, 'e2e-late', title);
  await expectState(li, '审核', 'here');

  await expect(chen.getByRole('link', { name: title })).toBeVisible();
  const history = li.getByRole('list', { name: '经过' });
  await expect(history).toContainText(/王磊.*陈志远/);
  const wang = await as('wang.lei');
  await openInbox(wang);
  await expect(wang.getByRole('link', { name: title })).toHaveCount(0);

  await openMine(chen, title);
  await approve(chen);
  await expect(outcome(li)).toHaveText('已通过');
});

test('time runs out: the step is left by the arrow drawn for that', async ({ as }) => {
  await publishFlow(
    await as('he.yong'),
    'e2e-late-line',
    [
      asks('review', '审核', ['wang-lei'], { due: 'PT2S', late: [{ do: 'line' }] }),
      asks('instead', '改由财务', ['zhou-ting']),
    ],
    [
      ['start', 'review'],
      ['review', 'end'],
      ['review', 'instead', 'late'],
      ['instead', 'end'],
    ],
  );
  const li = await as('li.na');
  await startFlow(li, 'e2e-late-line', '走超时线的合同');
  await expectState(li, '改由财务', 'here');
  await expectState(li, '审核', 'done');
});
