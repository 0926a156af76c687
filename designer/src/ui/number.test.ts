import { expect, test } from 'vitest';
import { formatDecimal, formatMoney } from './number';

test.each([
  ['120000.00', '¥120,000'],
  ['1234.50', '¥1,234.50'],
  ['-3.00', '−¥3'],
  ['12345678901234567890.12', '¥12,345,678,901,234,567,890.12'],
])('%s is written %s', (value, shown) => {
  expect(formatMoney(value)).toBe(shown);
});

test('zeros at the end of a number are left out', () => {
  expect(formatDecimal('12.500', false)).toBe('12.5');
  expect(formatDecimal('70', false)).toBe('70');
});
