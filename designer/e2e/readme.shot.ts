import { join } from 'node:path';

import { symbol } from './support/draw';
import { expect, test } from './support/test';

const picture = join(import.meta.dirname, '../../assets/readme/designer.png');

test('the designer, with the contract approval of the sample company', async ({ as }) => {
  const he = await as('he.yong', { locale: 'en' });
  await he.goto('/flows/contract-approval');
  await symbol(he, 'Amount over 100,000?').click();
  await expect(he.getByText('The condition works')).toBeVisible();
  await he.mouse.move(720, 880);
  await he.screenshot({ path: picture, animations: 'disabled' });
});
