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
  const narrator: Narrator = {
    say,
    text: (text) => text?.en ?? '',
    people: {},
    wayOf: (edge) => edge,
    nodeOf: (node) => node.toUpperCase(),
  };
  expect(chapter && sentence(chapter, narrator).words).toBe(
    '"j": enough branches have come; called off: LEGAL, FIN',
  );
});

test('tasks cancelled for different reasons are told apart', () => {
  const told = story([
    entry({ type: 'task.cancelled', node: 'a', person: 'li', data: { reason: 'sibling_decided' } }),
    entry({ type: 'task.cancelled', node: 'a', person: 'wang', data: { reason: 'terminated' } }),
  ]);
  expect(told).toHaveLength(2);
});
