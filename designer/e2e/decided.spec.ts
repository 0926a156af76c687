import { submitContract } from './support/records';
import { approve, openInbox, openTask } from './support/tasks';
import { expect, test } from './support/test';

test('a task that was decided in another browser says by whom and when, and is not decided again', async ({
  as,
}) => {
  const li = await as('li.na');
  await submitContract(li, {
    title: '两处同时批的合同',
    customer: '华辰电子科技有限公司',
    amount: '8000',
    months: '6',
  });
  const desk = await as('wang.lei');
  const phone = await as('wang.lei');
  for (const page of [desk, phone]) {
    await openInbox(page);
    await openTask(page, '两处同时批的合同');
  }
  // The second browser has not heard of the decision yet when its button is pressed.
  await phone.route('**/api/tasks/*', (route) =>
    route.request().method() === 'GET' ? route.abort() : route.fallback(),
  );

  await approve(desk);
  const answer = phone.waitForResponse((response) => response.url().endsWith('/decision'));
  await phone.getByRole('button', { name: '拒绝' }).click();
  await phone.getByRole('textbox', { name: '意见（拒绝时必填）' }).fill('晚了一步');
  await phone.getByRole('button', { name: '拒绝' }).click();
  expect((await answer).status()).toBe(409);
  await expect(phone.getByText(/王磊 已于 .+ 处理了这个待办/)).toBeVisible();

  await phone.unroute('**/api/tasks/*');
  await phone.reload();
  await expect(phone.getByText('这一步已经处理过了')).toBeVisible();
  await expect(phone.getByText(/您已在 .+ 处理（同意）/)).toBeVisible();
  await expect(phone.getByRole('button', { name: '同意' })).toHaveCount(0);
});
