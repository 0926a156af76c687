import { expectState } from './support/chart';
import { submitContract } from './support/records';
import { approve, openInbox, openTask } from './support/tasks';
import { expect, test } from './support/test';

const contract = { customer: '华辰电子科技有限公司', amount: '8000', months: '6' };

test('a chart that was offline while somebody decided catches up by itself', async ({ as }) => {
  const li = await as('li.na');
  await submitContract(li, { ...contract, title: '断线时批的合同' });
  await expectState(li, '销售经理初审', 'here');
  await li.context().setOffline(true);

  const wang = await as('wang.lei');
  await openInbox(wang);
  await openTask(wang, '断线时批的合同');
  await approve(wang);
  await expectState(li, '销售经理初审', 'here');

  await li.context().setOffline(false);
  await expectState(li, '审批通过', 'done');
});

test('a connection that breaks is made again, and what came meanwhile is shown', async ({ as }) => {
  const wang = await as('wang.lei');
  const wire = { cut: () => Promise.resolve(), connected: false, blocked: false };
  await wang.routeWebSocket('**/api/live', (page) => {
    if (wire.blocked) return void page.close();
    const server = page.connectToServer();
    wire.connected = true;
    wire.cut = async () => {
      await page.close();
      await server.close();
    };
  });
  await openInbox(wang);
  await expect.poll(() => wire.connected).toBe(true);

  wire.blocked = true;
  await wire.cut();
  await expect(wang.getByText('与服务器的连接断开了')).toBeVisible();
  const li = await as('li.na');
  await submitContract(li, { ...contract, title: '断线时交的合同' });

  wire.blocked = false;
  await expect(wang.getByRole('link', { name: '断线时交的合同' })).toBeVisible();
  await expect(wang.getByText('与服务器的连接断开了')).toBeHidden();
});
