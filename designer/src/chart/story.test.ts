import { expect, test } from 'vitest';
import type { TimelineEntry } from '@/api';
import { setLanguage } from '@/i18n';
import { sentence, type Narrator } from './sentence';
import { story } from './story';
import { say } from './words';

let seq = 0;
const entry = (part: Partial<TimelineEntry> & Pick<TimelineEntry, 'type'>): TimelineEntry => ({
  seq: ++seq,
  at: '2026-03-02T08:00:00Z',
  ...part,
});

const narrator: Narrator = {
  say,
  text: (text) => text?.en ?? '',
  people: {},
  wayOf: (edge) => edge,
  nodeOf: (node) => node.toUpperCase(),
};

test('people asked at one node are one line', () => {
  const told = story([
    entry({ type: 'node.entered', node: 'a' }),
    entry({ type: 'task.opened', node: 'a', person: 'li' }),
    entry({ type: 'task.opened', node: 'a', person: 'wang' }),
    entry({ type: 'task.opened', node: 'b', person: 'zhou' }),
  ]);
  expect(told.map((chapter) => [chapter.entry.node, chapter.people])).toEqual([
    ['a', ['li', 'wang']],
    ['b', ['zhou']],
  ]);
});

test('decisions of several people stay lines of their own', () => {
  const told = story([
    entry({ type: 'task.decided', node: 'a', by: 'li' }),
    entry({ type: 'task.decided', node: 'a', by: 'wang' }),
  ]);
  expect(told).toHaveLength(2);
});

test('what a join called off is named', () => {
  setLanguage('en');
  const [chapter] = story([
    entry({ type: 'join.fired', node: 'j', data: { reason: 'overtaken', nodes: ['legal', 'fin'] } }),
  ]);
  expect(chapter && sentence(chapter, narrator).words).toBe(
    '"j": enough branches have come; called off: LEGAL, FIN',
  );
});

test('each of several sub-flows of a step is told apart', () => {
  setLanguage('en');
  const row = (n: number, type: TimelineEntry['type'], number?: string) =>
    entry({ type, node: 'quotes', item: { en: `Row ${n}` }, ...(number && { number }) });
  const told = story([
    row(1, 'child.started', 'Q-7'),
    row(2, 'child.started'),
    row(1, 'child.called_off', 'Q-7'),
    row(2, 'child.called_off'),
  ]);
  expect(told.map((chapter) => sentence(chapter, narrator).words)).toEqual([
    '"quotes · Row 1 · Q-7": the sub-flow has begun',
    '"quotes · Row 2": the sub-flow has begun',
    '"quotes · Row 1 · Q-7": the sub-flow is needed no more and called off',
    '"quotes · Row 2": the sub-flow is needed no more and called off',
  ]);
});

test('tasks cancelled for different reasons are told apart', () => {
  const told = story([
    entry({ type: 'task.cancelled', node: 'a', person: 'li', data: { reason: 'sibling_decided' } }),
    entry({ type: 'task.cancelled', node: 'a', person: 'wang', data: { reason: 'terminated' } }),
  ]);
  expect(told).toHaveLength(2);
});

test('of a crowd the first are named, and how many they are', () => {
  const ids = Array.from({ length: 201 }, (_, i) => `p${i + 1}`);
  const crowd: Narrator = {
    ...narrator,
    people: Object.fromEntries(ids.map((id) => [id, { id, name: { 'zh-CN': id, en: id } }])),
  };
  const told = (lang: 'zh-CN' | 'en', some: string[]) => {
    setLanguage(lang);
    const [chapter] = story(
      some.map((person) => entry({ type: 'task.opened', node: 'a', nodeName: { en: 'Board' }, person })),
    );
    return chapter && sentence(chapter, crowd).words;
  };
  expect(told('en', ids)).toContain('p1, p2, p3 and 198 more');
  expect(told('zh-CN', ids)).toContain('p1、p2、p3等 201 人');
  expect(told('en', ids.slice(0, 6))).toContain('p1, p2, p3, p4, p5, p6');
});
