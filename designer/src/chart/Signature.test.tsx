// @vitest-environment jsdom
import { render } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { NodeProgress, Signer } from '@/api';
import { setLanguage } from '@/i18n';
import { Signature } from './Signature';

const people = Object.fromEntries(
  ['王磊', '周婷', '郑凯'].map((name) => [name, { id: name, name: { 'zh-CN': name } }]),
);

const line = (...signers: Signer[]) => {
  const progress: NodeProgress = {
    state: 'done',
    visits: [{ enteredAt: '2026-03-02T08:00:00Z', round: 1, people: signers }],
  };
  return render(<Signature progress={progress} people={people} who="销售经理" />).container.textContent;
};

beforeEach(() => setLanguage('zh-CN'));

test('who decided is named', () => {
  expect(line({ person: '王磊', state: 'approved' }, { person: '周婷', state: 'approved' })).toBe(
    '✓王磊 和另外 1 人',
  );
});

test('a vote that was divided shows both sides', () => {
  expect(
    line(
      { person: '王磊', state: 'approved' },
      { person: '周婷', state: 'rejected' },
      { person: '郑凯', state: 'approved' },
    ),
  ).toBe('2 人同意，1 人拒绝');
});

test('who decided for another is named with them', () => {
  expect(line({ person: '王磊', state: 'approved', deputy: '周婷' })).toBe('✓周婷（代 王磊）');
});
