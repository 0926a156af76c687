import { openMine } from './support/deeds';
import { asks, publishFlow, startFlow } from './support/flows';
import { expectSignedIn, openAccount, signIn } from './support/session';
import { approve } from './support/tasks';
import { expect, test } from './support/test';

test('a form that is half filled in is kept, and found again after signing in anew, on a phone', async ({
  as,
  visitor,
}) => {
  const admin = await as('he.yong');
  await publishFlow(
    admin,
    'e2e-kept',
    [asks('review', '审核', ['zheng-kai'], { fields: { legal_opinion: 'required' } })],
    [
      ['start', 'review'],
      ['review', 'end'],
    ],
  );
  await startFlow(await as('li.na'), 'e2e-kept', '没看完的合同');

  const desk = await visitor();
  await desk.goto('/');
  await signIn(desk, 'zheng.kai');
  await expectSignedIn(desk);
  await openMine(desk, '没看完的合同');
  await desk.getByLabel('法务意见').fill('第三条要改');
  await desk.getByRole('textbox', { name: '意见（拒绝时必填）' }).fill('先记下');
  await desk.getByRole('button', { name: '暂存' }).click();
  await expect(desk.getByText(/^已暂存 /)).toBeVisible();
  await openAccount(desk);
  await desk.getByRole('menuitem', { name: '退出登录' }).click();
  await expect(desk.getByLabel('用户名')).toBeVisible();

  const phone = await visitor({ viewport: { width: 390, height: 844 } });
  await phone.goto('/');
  await signIn(phone, 'zheng.kai');
  await expectSignedIn(phone);
  await openMine(phone, '没看完的合同');
  await expect(phone.getByLabel('法务意见')).toHaveValue('第三条要改');
  await expect(phone.getByRole('textbox', { name: '意见（拒绝时必填）' })).toHaveValue('先记下');
  await approve(phone);
});
