import { expect, test } from 'vitest';
import { inLanguage } from '@/i18n';
import { contractType, customerType } from '@/testing/sample';
import { formatDecimal, formatMoney } from '@/ui';
import { ruleInWords, type RuleLanguage } from './ruleWords';

const say: RuleLanguage = {
  text: (text) => inLanguage(text, 'zh-CN'),
  types: [contractType, customerType],
  record: 'contract',
  former: (field) => `原来的${field}`,
  value: (field, value) => {
    const words = typeof value === 'string' ? value : '';
    const option = field?.options?.find((one) => one.key === words);
    if (option) return inLanguage(option.name, 'zh-CN');
    if (field?.type === 'money') return formatMoney(words);
    return field?.type === 'number' ? formatDecimal(words, false) : words;
  },
  and: '且',
  or: '或',
  not: '非 ',
};

test.each([
  ['record.amount > 100000', '金额 > ¥100,000'],
  ['record.customer.credit_score < 70', '客户 · 信用评分 < 70'],
  ['record.amount >= 5 && record.customer.region == "fujian"', '金额 ≥ ¥5 且 客户 · 地区 = 福建'],
  ['record.amount > old.amount', '金额 > 原来的金额'],
  ['100.0 / (record.amount - record.amount) > 0.5', '100.0 / (金额 - 金额) > 0.5'],
  ['!(record.amount == 1)', '非 (金额 = ¥1)'],
])('%s is said as %s', (rule, words) => {
  expect(ruleInWords(rule, say)).toBe(words);
});

test('what has no name stays as it is written', () => {
  expect(ruleInWords('has(record.nothing) || size(record.title) > 3', say)).toBe(
    'has(nothing) 或 size(合同名称) > 3',
  );
});
