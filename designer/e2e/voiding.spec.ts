import { expectState, outcome } from './support/chart';
import { ask, openMine, press } from './support/deeds';
import { asks, publishFlow, startFlow } from './support/flows';
import { call, publish } from './support/api';
import { approve, reject } from './support/tasks';
import { expect, test } from './support/test';

const name = (zh: string, en: string) => ({ 'zh-CN': zh, en });

test('what was approved is void once the flow that is named for it has approved that', async ({ as }) => {
  const admin = await as('he.yong');
  await publishFlow(
    admin,
    'e2e-voiding',
    [asks('judge', '审核作废', ['zheng-kai'])],
    [
      ['start', 'judge'],
      ['judge', 'end'],
    ],
  );
  await publish(admin, {
    format: 1,
    key: 'e2e-voidable',
    name: name('可作废的审批', 'Voidable'),
    record: 'contract',
    start: [{ on: 'submitted' }],
    nodes: [
      { id: 'start', kind: 'start', name: name('提交', 'Submit'), at: { x: 40, y: 0 } },
      { ...asks('check', '经理审批', ['wang-lei']), at: { x: 40, y: 130 } },
      { id: 'end', kind: 'end', name: name('结束', 'End'), at: { x: 40, y: 300 } },
    ],
    edges: [
      { id: 'a', from: 'start', to: 'check' },
      { id: 'b', from: 'check', to: 'end' },
    ],
  });

  // The settings name the flow in the settings.
  await admin.goto('/flows/e2e-voidable');
  await admin.getByRole('button', { name: /^通过后作废/ }).click();
  // Sought, for the list shows just some of many flows.
  await admin.getByRole('combobox', { name: '审批作废的流程' }).fill('e2e-voiding');
  await admin.locator('.ant-select-item-option').filter({ hasText: '流程 e2e-voiding' }).click();
  await expect(admin.getByRole('button', { name: /经“流程 e2e-voiding”审批/ })).toBeVisible();
  await expect(async () => {
    const draft = await call<{ revision: number; definition: { settings?: { voidFlow?: string } } }>(
      admin,
      'GET',
      '/flows/e2e-voidable/draft',
    );
    expect(draft.definition.settings?.voidFlow).toBe('e2e-voiding');
    await call(admin, 'POST', '/flows/e2e-voidable/versions', { revision: draft.revision, note: 'second' });
  }).toPass();

  const li = await as('li.na');
  await startFlow(li, 'e2e-voidable', '签错的合同');
  const wang = await as('wang.lei');
  await openMine(wang, '签错的合同');
  await approve(wang);
  await expect(outcome(li)).toHaveText('已通过');

  // Refused, it stands, and may be asked again.
  let dialog = await ask(li, '申请作废');
  await dialog.getByRole('textbox').fill('客户名称写错了');
  await press(dialog, '申请作废');
  const note = li.locator('.fl-instance-stuck');
  await expect(note).toContainText('通过之前仍然有效');
  const zheng = await as('zheng.kai');
  await openMine(zheng, '签错的合同');
  await expect(zheng.getByRole('note')).toContainText('“可作废的审批”');
  await expect(zheng.getByRole('note')).toContainText('客户名称写错了');
  await zheng.getByRole('link', { name: '看原来的申请' }).click();
  await expectState(zheng, '经理审批', 'done');
  await openMine(zheng, '签错的合同');
  await reject(zheng, '可以补充协议');
  await expect(note).toContainText('没有通过');
  await expect(outcome(li)).toHaveText('已通过');

  dialog = await ask(li, '申请作废');
  await dialog.getByRole('textbox').fill('客户已经注销');
  await press(dialog, '申请作废');
  await openMine(zheng, '签错的合同');
  await approve(zheng);
  await expect(outcome(li)).toHaveText('已作废');
  await expect(li.getByText('作废申请已通过，这个申请作废')).toBeVisible();
  await note.getByRole('link', { name: '看作废申请' }).click();
  await expect(li.getByRole('link', { name: /要求作废：“可作废的审批”/ })).toBeVisible();
  await expect(outcome(li)).toHaveText('已通过');
});
