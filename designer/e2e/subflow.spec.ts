import { expectState, outcome } from './support/chart';
import { openMine } from './support/deeds';
import { asks, publishFlow, startFlow } from './support/flows';
import { publish } from './support/api';
import { expect, test } from './support/test';

const name = (zh: string, en: string) => ({ 'zh-CN': zh, en });

test('a rejected sub-flow leads the request its own way, and the two link to one another', async ({ as }) => {
  const admin = await as('he.yong');
  await publishFlow(
    admin,
    'e2e-legal',
    [asks('look', '法务审查', ['zheng-kai'])],
    [
      ['start', 'look'],
      ['look', 'end'],
    ],
  );
  await publish(admin, {
    format: 1,
    key: 'e2e-whole',
    name: name('整体审批', 'Whole'),
    record: 'contract',
    start: [{ on: 'submitted' }],
    nodes: [
      { id: 'start', kind: 'start', name: name('提交', 'Submit'), at: { x: 40, y: 0 } },
      {
        id: 'legal',
        kind: 'step',
        name: name('交法务', 'To legal'),
        at: { x: 40, y: 130 },
        action: { type: 'subflow', flow: 'e2e-legal' },
      },
      { ...asks('mend', '修改条款', ['wang-lei']), at: { x: 300, y: 130 } },
      { id: 'end', kind: 'end', name: name('结束', 'End'), at: { x: 40, y: 300 } },
    ],
    edges: [
      { id: 'a', from: 'start', to: 'legal' },
      { id: 'b', from: 'legal', to: 'end' },
      { id: 'c', from: 'legal', to: 'mend', on: 'rejected' },
      { id: 'd', from: 'mend', to: 'end' },
    ],
  });
  const li = await as('li.na');
  await startFlow(li, 'e2e-whole', '带子流程的合同');
  const parts = li.getByRole('region', { name: '子流程' });
  await expect(parts.getByRole('link')).toBeVisible();
  await expectState(li, '交法务', 'here');

  const zheng = await as('zheng.kai');
  await openMine(zheng, '带子流程的合同');
  await zheng.getByRole('textbox', { name: /意见/ }).fill('不合规');
  await zheng.getByRole('button', { name: '拒绝' }).click();

  await expectState(li, '修改条款', 'here');
  await expect(parts.getByText('已拒绝')).toBeVisible();
  await parts.getByRole('link').click();
  await expect(outcome(li)).toHaveText('已拒绝');
  await li.getByRole('link', { name: /属于“整体审批”的“交法务”/ }).click();
  await expectState(li, '修改条款', 'here');
});
