import { expect, test } from 'vitest';
import { fields } from '@/testing/sample';
import { changes, inSections, isSame, sum } from './values';

test('only what was changed and may be changed is sent', () => {
  const before = { title: '旧', amount: '1.00', opinion: '好' };
  const after = { title: '新', amount: '2.00', opinion: '' };
  expect(changes(fields({ title: 'edit', opinion: 'required' }), before, after)).toEqual({
    title: '新',
    opinion: null,
  });
});

test('all kinds of nothing are the same', () => {
  expect(isSame(undefined, '')).toBe(true);
  expect(isSame(null, [])).toBe(true);
  expect(isSame(false, undefined)).toBe(false);
});

test('money is added without floating point', () => {
  expect(sum(['0.10', '0.20', undefined])).toBe('0.30');
  expect(sum(['99999999999999.99', '0.01'])).toBe('100000000000000.00');
  expect(sum(['-1.50', '0.25'])).toBe('-1.25');
  expect(sum([])).toBe('0');
});

test('a hidden field stands under no heading', () => {
  const shown = inSections(fields({ amount: 'hidden' })).flatMap((section) =>
    section.fields.map((field) => field.key),
  );
  expect(shown).toEqual(['title', 'customer', 'opinion']);
});
