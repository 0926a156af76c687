import { expect, test } from 'vitest';
import type { Department } from '@/api';
import { inTree } from './inTree';

const within = (id: string, parent?: string): Department => ({
  id,
  name: { en: id },
  ...(parent ? { parent } : {}),
});
const order = (...departments: Department[]) =>
  inTree(departments).map(({ department, depth }) => `${depth} ${department.id}`);

test('each department is followed by those within it', () => {
  expect(
    order(
      within('fujian', 'sales'),
      within('company'),
      within('sales', 'company'),
      within('finance', 'company'),
    ),
  ).toEqual(['0 company', '1 sales', '2 fujian', '1 finance']);
});

test('one within a department that is not known stands by itself', () => {
  expect(order(within('east', 'gone'))).toEqual(['0 east']);
});

test('a ring is shown, each of it once', () => {
  expect(order(within('a', 'b'), within('b', 'a'))).toEqual(['0 a', '1 b']);
});
