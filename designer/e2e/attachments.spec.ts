import { readFile } from 'node:fs/promises';

import { ask, openMine, press } from './support/deeds';
import { asks, publishFlow, startFlow } from './support/flows';
import { expectAccessible } from './support/axe';
import { expect, test } from './support/test';

/** Every byte there is, and more than fits into one row of the database. */
const ledger = Buffer.from(Array.from({ length: 700_000 }, (_, at) => (at * 31) % 256));

test('what one person attaches to a decision another downloads, byte for byte', async ({ as }) => {
  const admin = await as('he.yong');
  await publishFlow(
    admin,
    'e2e-attached',
    [asks('review', '审核', ['wang-lei']), asks('law', '法务', ['zheng-kai'])],
    [
      ['start', 'review'],
      ['review', 'law'],
      ['law', 'end'],
    ],
  );
  const li = await as('li.na');
  await startFlow(li, 'e2e-attached', '有附件的合同');
  const wang = await as('wang.lei');
  await openMine(wang, '有附件的合同');
  const bar = wang.locator('.fl-decide');
  await bar
    .locator('input[type=file]')
    .setInputFiles({ name: '测算 v2.xlsx', mimeType: 'application/octet-stream', buffer: ledger });
  await expect(bar.getByText('测算 v2.xlsx')).toBeVisible();
  await expect(bar.getByRole('progressbar')).toHaveCount(0);
  await bar.getByRole('button', { name: '同意' }).click();
  await expect(wang).toHaveURL(/\/inbox$/);

  const zheng = await as('zheng.kai');
  await openMine(zheng, '有附件的合同');
  const history = zheng.getByRole('list', { name: '经过' });
  const [download] = await Promise.all([
    zheng.waitForEvent('download'),
    history.getByRole('link', { name: '下载 测算 v2.xlsx' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('测算 v2.xlsx');
  expect((await readFile(await download.path())).equals(ledger)).toBe(true);

  const dialog = await ask(zheng, '退回');
  await dialog.getByText('审核', { exact: true }).click();
  await dialog.getByLabel('原因').fill('请看批注');
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: '批注.txt', mimeType: 'text/plain', buffer: Buffer.from('第三页') });
  await expect(dialog.getByText('批注.txt')).toBeVisible();
  await expect(dialog.getByRole('progressbar')).toHaveCount(0);
  await press(dialog, '退回');
  await li.reload();
  await expect(li.getByRole('list', { name: '经过' }).getByText('批注.txt')).toBeVisible();

  const thread = li.getByRole('region', { name: '沟通' });
  await thread.locator('input[type=file]').setInputFiles({
    name: '说明.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('已改'),
  });
  await thread.getByRole('button', { name: '发送' }).click();
  await expect(thread.getByRole('link', { name: '下载 说明.txt' })).toBeVisible();
  await expectAccessible(li);
  const outsider = await as('wu.qiang');
  const address = await thread.getByRole('link', { name: '下载 说明.txt' }).getAttribute('href');
  expect((await outsider.request.get(address ?? '')).status()).toBe(404);
});
