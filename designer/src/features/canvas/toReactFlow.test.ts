import { expect, test } from 'vitest';
import { sidesOf, sizeOf, type ArrowEnd } from '@/kinds';
import { apply, nothing, type Outcome } from '@/model';
import { smallFlow } from '@/testing/flows';
import { toEdges, toNodes } from './toReactFlow';

test('what did not change keeps its identity', () => {
  const doc = smallFlow();
  const before = toNodes(doc, nothing, {}, false);
  const moved = apply(doc, { type: 'moveNodes', to: { n1: { x: 500, y: 0 } } }).doc;
  const after = toNodes(moved, nothing, {}, false);
  expect(after.map((node, i) => node === before[i])).toEqual([false, true, true, true, true]);
});

test('a drag shows the node elsewhere and leaves the document alone', () => {
  const doc = smallFlow();
  const view = toNodes(doc, nothing, { n2: { x: 77, y: 88 } }, false);
  expect(view[1]?.position).toEqual({ x: 77, y: 88 });
  expect(doc).toEqual(smallFlow());
  expect(view[1]?.data).toBe(toNodes(doc, nothing, {}, false)[1]?.data);
});

test('selection comes from outside', () => {
  const doc = smallFlow();
  expect(toNodes(doc, { nodes: ['n3'], edges: [] }, {}, false).map((node) => node.selected)).toEqual([
    false,
    false,
    true,
    false,
    false,
  ]);
  expect(toEdges(doc, { nodes: [], edges: ['e2'] }, {}).map((edge) => edge.selected)).toEqual([
    false,
    true,
    false,
    false,
  ]);
});

test('an arrow without both of its ends is not shown', () => {
  const doc = { ...smallFlow(), edges: [{ id: 'e1', from: 'n1', to: 'gone' }] };
  expect(toEdges(doc, nothing, {})).toEqual([]);
});

test('React Flow need not measure: sizes and anchors are known', () => {
  for (const view of toNodes(smallFlow(), nothing, {}, false)) {
    expect(view.measured).toEqual(sizeOf(view.data.node));
    expect(view.handles?.length).toBeGreaterThan(0);
  }
});

const kinds: { readonly [kind in 'step' | 'decision' | 'fork']: kind } = {
  step: 'step',
  decision: 'decision',
  fork: 'fork',
};
const step = (x: number, y: number) => ({ box: { x, y, width: 200, height: 72 }, kind: kinds.step });
const decision = (x: number, y: number) => ({ box: { x, y, width: 180, height: 96 }, kind: kinds.decision });
const fork = (x: number, y: number) => ({ box: { x, y, width: 200, height: 16 }, kind: kinds.fork });

test.each<[string, ArrowEnd, ArrowEnd, Outcome, string, string]>([
  ['straight down', step(0, 0), step(0, 200), 'approved', 'b', 't'],
  ['to the side', step(0, 0), step(300, 10), 'approved', 'r', 'l'],
  ['down to the side goes on downwards', step(0, 0), step(300, 200), 'approved', 'b', 't'],
  ['a refusal turns off', step(0, 0), step(300, 200), 'rejected', 'r', 't'],
  ['a question turns off', decision(0, 0), step(-300, 200), 'approved', 'l', 't'],
  ['back up, around the side', step(0, 300), step(0, 0), 'approved', 'r', 'r'],
  ['from a bar straight down', fork(0, 0), step(-100, 100), 'approved', 'b0', 't'],
  ['from the middle of a bar', fork(0, 0), step(0, 100), 'approved', 'b5', 't'],
  ['onto a bar', step(100, 0), fork(0, 200), 'approved', 'b', 't10'],
])('%s', (_, from, to, outcome, source, target) => {
  expect(sidesOf(from, to, outcome)).toEqual({ source, target });
});
