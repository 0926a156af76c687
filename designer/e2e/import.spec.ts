import { readFile } from 'node:fs/promises';

import type { Locator } from '@playwright/test';

import { expect, test } from './support/test';

const head = 'id,sign_in,name_zh,name_en,department';
const fresh = 'fang-yuan,fang.yuan,方圆,Fang Yuan,finance';
const renamed = 'sun-hao,sun.hao,孙昊天,Sun Haotian,sales';

test('people are imported from a file once it was seen what that changes', async ({ as }) => {
  const he = await as('he.yong');
  await he.goto('/admin/people');
  await expect(he.getByRole('row', { name: /孙浩/ })).toBeVisible();
  await he.getByRole('button', { name: '导入' }).click();
  const dialog = he.getByRole('dialog', { name: '从 CSV 导入人员' });
  const now = dialog.getByRole('button', { name: /^导入 \d+ 人$/ });

  await test.step('the template holds everybody, and as it is changes nothing', async () => {
    await expect(now).toBeDisabled();
    const waiting = he.waitForEvent('download');
    await dialog.getByRole('button', { name: '下载模板' }).click();
    const template = (await readFile(await (await waiting).path())).toString();
    expect(template).toContain('wang.lei');
    await give(dialog, template);
    await expect(dialog.getByText('文件和现有资料一致')).toBeVisible();
    await expect(now).toBeDisabled();
  });

  await test.step('one wrong line keeps all of it out, and says what is wrong with it', async () => {
    await give(dialog, [head, fresh.replace('finance', 'nowhere'), renamed].join('\n'));
    await expect(dialog.getByText('有误 1', { exact: true })).toBeVisible();
    await expect(dialog.getByRole('row', { name: /方圆/ })).toContainText('没有这个部门');
    await expect(dialog.getByText(/^有 1 行填写有误/)).toBeVisible();
    await expect(now).toBeDisabled();
  });

  await test.step('corrected, it is told what will change, before and after', async () => {
    await give(dialog, [head, fresh, renamed].join('\n'));
    await expect(dialog.getByText('新增 1', { exact: true })).toBeVisible();
    await expect(dialog.getByText('修改 1', { exact: true })).toBeVisible();
    await expect(dialog.getByRole('row', { name: /孙昊天/ })).toContainText('孙浩 → 孙昊天');
    await expect(he.getByRole('row', { name: /孙浩/ }).first()).toBeVisible();
  });

  await test.step('imported, they are in the list', async () => {
    await now.click();
    await expect(he.getByText('已导入 2 人')).toBeVisible();
    await expect(dialog).toHaveCount(0);
    await expect(he.getByRole('row', { name: /方圆/ })).toContainText('财务部');
    await expect(he.getByRole('row', { name: /孙昊天/ })).toContainText('sun.hao');
    await expect(he.getByRole('row', { name: /孙浩/ })).toHaveCount(0);
  });
});

/** Gives the dialog a file. */
async function give(dialog: Locator, lines: string): Promise<void> {
  const file = { name: '人员.csv', mimeType: 'text/csv', buffer: Buffer.from(lines) };
  await dialog.locator('input[type=file]').setInputFiles(file);
}
