import { expect, type Page } from '@playwright/test';

import { either } from './words';

/** openInbox shows what waits for the person. */
export async function openInbox(page: Page): Promise<void> {
  await page.goto('/inbox');
  await expect(page.getByRole('heading', { level: 1, name: either('待办', 'Inbox') })).toBeVisible();
}

/** openTask opens the task about a record from the inbox, which needs no loading again for it to be there. */
export async function openTask(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** approve says yes to the open task, and returns when the server has answered. */
export function approve(page: Page): Promise<void> {
  return answered(page, () => page.getByRole('button', { name: either('同意', 'Approve') }).click());
}

/** reject says no to the open task with a reason. */
export async function reject(page: Page, reason: string): Promise<void> {
  await page
    .getByRole('textbox', { name: either('意见（拒绝时必填）', 'Comment (needed to reject)') })
    .fill(reason);
  await answered(page, () => page.getByRole('button', { name: either('拒绝', 'Reject') }).click());
}

async function answered(page: Page, press: () => Promise<void>): Promise<void> {
  const answer = page.waitForResponse((response) => response.url().endsWith('/decision'));
  await press();
  expect((await answer).status()).toBe(200);
}
