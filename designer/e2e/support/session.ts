import { type APIRequestContext, expect, type Page, request } from '@playwright/test';

import { body } from './api';
import { either } from './words';

/** The password of everybody in the sample company. */
export const password = 'flowline';

/** signIn fills in the form that stands before every page, and sends it. */
export async function signIn(page: Page, name: string, secret = password): Promise<void> {
  await page.getByLabel(either('用户名', 'Sign-in name')).fill(name);
  await page.getByLabel(either('密码', 'Password')).fill(secret);
  await page.getByRole('button', { name: /(登录|Sign in)$/ }).click();
}

/** openAccount opens the menu of the person who is signed in. */
export async function openAccount(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(我的账户|My account)/ }).click();
}

/** expectSignedIn waits until a page of the program is open. */
export function expectSignedIn(page: Page): Promise<void> {
  return expect(page.getByRole('navigation', { name: either('主导航', 'Main navigation') })).toBeVisible();
}

/** What a browser keeps of whoever has signed in. */
export type Cookies = Awaited<ReturnType<APIRequestContext['storageState']>>;

/** enter signs a person in without a page and gives the cookies that say so; the form is tested by itself. */
export async function enter(url: string, name: string): Promise<Cookies> {
  const visitor = await request.newContext({ baseURL: url });
  const { csrf } = await body<{ csrf: string }>(await visitor.get('/api/session'));
  const answer = await visitor.post('/api/session', {
    headers: { 'X-CSRF-Token': csrf },
    data: { signIn: name, password },
  });
  expect(answer.ok(), `${name} signs in`).toBe(true);
  const cookies = await visitor.storageState();
  await visitor.dispose();
  return cookies;
}
