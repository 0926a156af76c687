import { expect, type Locator, type Page } from '@playwright/test';

import { openInbox, openTask } from './tasks';

/** openMine opens the task about a record from the person's inbox. */
export async function openMine(page: Page, title: string): Promise<void> {
  await openInbox(page);
  await openTask(page, title);
}

/** ask opens what is behind More, and gives the dialog that asks for the rest. */
export async function ask(page: Page, deed: string): Promise<Locator> {
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name: deed, exact: true }).click();
  return page.getByRole('dialog');
}

/** press does what the dialog is about, and waits until it is done. */
export async function press(dialog: Locator, deed: string): Promise<void> {
  await dialog.getByRole('button', { name: deed, exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

/** find chooses a person by name in the dialog. */
export async function find(dialog: Locator, label: string, name: string): Promise<void> {
  const list = dialog.getByLabel(label);
  const found = dialog.page().locator('.ant-select-dropdown:visible .ant-select-item-option');
  await list.click();
  await list.fill(name);
  await expect(found).toHaveCount(1);
  await list.press('Enter'); // the list may still be moving to where it fits
  await expect(dialog.getByText(name).filter({ visible: true }).first()).toBeVisible();
}
