import { describe, expect, test } from 'vitest';
import { hasIncomplete, noRules, readRule, writeRule } from './cel';

describe('shown as choices, and written back the same', () => {
  test.each([
    'record.amount > 100000',
    'record.customer.credit_score < 70',
    'record.discount > 0.1',
    'record.amount > -5',
    'record.region == "fujian"',
    'record.name == "福建 客户"',
    'record.region in ["fujian", "zhejiang"]',
    '!(record.region in ["fujian", "zhejiang"])',
    'record.title.contains("a,b")',
    '!record.title.contains("急")',
    'record.signed_on > "2026-01-31"',
    'record.urgent == true',
    'record.customer != null',
    'record.amount > old.amount',
    'record.amount > record.customer.credit_limit',
    '"new" in record.tags',
    '!("new" in record.tags)',
    '"new" in record.tags && record.amount > 5',
    'record.amount > 1 && (record.region == "a" || "x" in record.tags)',
  ])('%s', (cel) => {
    const rules = readRule(cel);
    expect(rules && writeRule(rules)).toBe(cel);
  });
});

describe('not shown as choices, so that nothing of it is lost', () => {
  test.each([
    'has(record.checked_at)',
    'record.amount + 1 > 3',
    'size(record.items) > 2',
    'record.amount > 5 && size(record.items) > 2',
    'record.items.exists(i, i.price > 9)',
    'record.urgent',
    'record.amount > 1.50',
    'record.amount > 12345678901234567890',
    'record.signed_on > date("2026-01-30")',
    'record.ends_on > record.signed_on.addMonths(12)',
    'record.amount >',
    'record.a == "it\\"s"',
    'record.amount > 100000 ? true : false',
  ])('%s', (cel) => {
    expect(readRule(cel)).toBeUndefined();
  });
});

test('spaces make no difference, those in quotes do', () => {
  expect(readRule('record.amount>100000&&record.region=="a  b"')).toBeDefined();
  expect(writeRule(readRule('record.x in ["a","b"]') ?? noRules)).toBe('record.x in ["a", "b"]');
});

test('no rule is no condition, not one that is always true', () => {
  expect(readRule(' ')).toEqual(noRules);
  expect(writeRule(noRules)).toBe('');
});

test('a line that is not complete is not part of the rule', () => {
  const rules = {
    combinator: 'and',
    rules: [
      { field: 'record.amount', operator: '>', value: 5 },
      { field: 'record.region', operator: 'in', value: [] },
      { field: 'record.title', operator: '=', value: '' },
      { combinator: 'or', rules: [{ field: 'record.amount', operator: '<', value: '' }] },
    ],
  };
  expect(writeRule(rules)).toBe('record.amount > 5');
  expect(hasIncomplete(rules)).toBe(true);
});
