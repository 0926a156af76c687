import { expect, test } from 'vitest';
import { smallFlow } from '@/testing/flows';
import { noHistory, perform, redo, seal, undo } from './history';
import { nodeOf, put, type Definition, type Edit } from './index';

const name = (doc: Definition, en: string): Edit => {
  const node = nodeOf(doc, 'n1');
  if (!node) throw new Error('n1');
  return { type: 'changeNode', node: put(node, { name: { en } }) };
};

test('undo and redo walk back and forth', () => {
  const start = smallFlow();
  const one = perform(start, noHistory, { type: 'removeElements', nodes: ['n5'], edges: [] });
  const two = perform(one.doc, one.history, { type: 'removeElements', nodes: ['n4'], edges: [] });
  const back = undo(two.doc, two.history);
  expect(back.doc).toEqual(one.doc);
  expect(undo(back.doc, back.history).doc).toEqual(start);
  expect(redo(back.doc, back.history).doc).toEqual(two.doc);
});

test('typing a name is one step back', () => {
  const start = smallFlow();
  let now = { doc: start, history: noHistory };
  for (const word of ['F', 'Fi', 'Fin']) now = perform(now.doc, now.history, name(now.doc, word), 'n1:name');
  expect(now.history.past).toHaveLength(1);
  expect(undo(now.doc, now.history).doc).toEqual(start);
});

test('after leaving the field, typing again is a step of its own', () => {
  let now = perform(smallFlow(), noHistory, name(smallFlow(), 'A'), 'n1:name');
  now = perform(now.doc, seal(now.history), name(now.doc, 'B'), 'n1:name');
  expect(now.history.past).toHaveLength(2);
});

test('a new change forgets what was undone', () => {
  const one = perform(smallFlow(), noHistory, { type: 'removeElements', nodes: ['n5'], edges: [] });
  const back = undo(one.doc, one.history);
  const other = perform(back.doc, back.history, { type: 'moveNodes', to: { n1: { x: 0, y: 0 } } });
  expect(redo(other.doc, other.history)).toEqual(other);
});

test('with nothing to undo or redo nothing happens', () => {
  const doc = smallFlow();
  expect(undo(doc, noHistory).doc).toBe(doc);
  expect(redo(doc, noHistory).doc).toBe(doc);
});

test('only the last 200 steps are kept', () => {
  let now = { doc: smallFlow(), history: noHistory };
  for (let x = 1; x <= 250; x++)
    now = perform(now.doc, now.history, { type: 'moveNodes', to: { n1: { x, y: 0 } } });
  expect(now.history.past).toHaveLength(200);
});
