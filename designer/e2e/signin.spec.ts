import { expectSignedIn, openAccount, signIn } from './support/session';
import { expect, test } from './support/test';

test('whoever signs in stands where they wanted to go', async ({ visitor }) => {
  const page = await visitor();
  await page.goto('/records/contract');
  await signIn(page, 'zhao.min');
  await expect(page.getByRole('link', { name: '新建合同' })).toBeVisible();
});

test('a wrong password is refused in words that do not tell which half was wrong', async ({ visitor }) => {
  const page = await visitor();
  await page.goto('/');
  await signIn(page, 'zhao.min', 'wrong password');
  const refusal = await page.getByRole('alert').textContent();
  expect(refusal).toMatch(/用户名或密码/);
  await signIn(page, 'nobody.known', 'wrong password');
  await expect(page.getByRole('alert')).toHaveText(refusal ?? '');
});

test('after signing out nothing of the person can be opened any more', async ({ visitor }) => {
  const page = await visitor();
  await page.goto('/');
  await signIn(page, 'zhao.min');
  await openAccount(page);
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible();
  expect((await page.request.get('/api/tasks')).status()).toBe(401);
  await page.goto('/inbox');
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible();
});

test('the chosen language stays, in this browser and in the next', async ({ visitor }) => {
  const page = await visitor();
  await page.goto('/');
  await signIn(page, 'tang.yue');
  await openAccount(page);
  const kept = page.waitForResponse((response) => response.url().endsWith('/session/language'));
  await page.getByRole('menuitemradio', { name: 'English' }).click();
  await kept;
  await expect(page.getByRole('link', { name: 'Inbox' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('link', { name: 'Inbox' })).toBeVisible();

  const next = await visitor();
  await next.goto('/');
  await signIn(next, 'tang.yue');
  await expect(next.getByRole('link', { name: 'Inbox' })).toBeVisible();
});

test('who tries too often is told how long to wait, and others are not kept out', async ({ visitor }) => {
  const page = await visitor();
  await page.goto('/');
  const waiting = page.getByText(/尝试次数太多，请在 \d+ 秒后再试/);
  for (let tries = 0; tries < 15 && !(await waiting.isVisible()); tries++) {
    const answer = page.waitForResponse((response) => response.url().endsWith('/api/session'));
    await signIn(page, 'sun.hao', `guess ${tries}`);
    await answer;
    await expect(page.getByRole('alert')).toBeVisible();
  }
  await expect(waiting).toBeVisible();
  await expect(page.getByRole('button', { name: '登录' })).toBeDisabled();

  const other = await visitor();
  await other.goto('/');
  await signIn(other, 'tang.yue');
  await expectSignedIn(other);
});
