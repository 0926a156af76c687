import { expect, test } from 'vitest';
import { sizeOf } from '@/kinds';
import { apply, nothing } from '@/model';
import { smallFlow } from '@/testing/flows';
import { toEdges, toNodes } from './toReactFlow';

test('what did not change keeps its identity', () => {
  const doc = smallFlow();
  const before = toNodes(doc, nothing, {}, false, 'en');
  const moved = apply(doc, { type: 'moveNodes', to: { n1: { x: 500, y: 0 } } }).doc;
  const after = toNodes(moved, nothing, {}, false, 'en');
  expect(after.map((node, i) => node === before[i])).toEqual([false, true, true, true, true]);
});

test('a drag shows the node elsewhere and leaves the document alone', () => {
  const doc = smallFlow();
  const view = toNodes(doc, nothing, { n2: { x: 77, y: 88 } }, false, 'en');
  expect(view[1]?.position).toEqual({ x: 77, y: 88 });
  expect(doc).toEqual(smallFlow());
  expect(view[1]?.data).toBe(toNodes(doc, nothing, {}, false, 'en')[1]?.data);
});

test('selection comes from outside', () => {
  const doc = smallFlow();
  expect(toNodes(doc, { nodes: ['n3'], edges: [] }, {}, false, 'en').map((node) => node.selected)).toEqual([
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

test("a symbol is called by its name in the reader's language, also where the name is not drawn", () => {
  const [first] = smallFlow().nodes;
  const doc = { ...smallFlow(), nodes: first ? [{ ...first, name: { 'zh-CN': '提交', en: 'Submit' } }] : [] };
  expect(toNodes(doc, nothing, {}, false, 'en')[0]?.ariaLabel).toBe('Submit');
  expect(toNodes(doc, nothing, {}, false, 'zh-CN')[0]?.ariaLabel).toBe('提交');
});

test('while a symbol is dragged onto an arrow of others, that arrow stays; let go, it makes room', () => {
  const doc = smallFlow();
  const ways = (d: typeof doc, dragged = {}) =>
    toEdges(d, nothing, dragged).map(({ sourceHandle, targetHandle, data }) => [
      sourceHandle,
      targetHandle,
      data?.offset,
    ]);
  const before = ways(doc);
  const onto = { n5: { x: -20, y: 170 } };
  expect(ways(doc, onto).slice(0, 3)).toEqual(before.slice(0, 3));
  const dropped = apply(doc, { type: 'moveNodes', to: onto }).doc;
  expect(ways(dropped).slice(0, 3)).not.toEqual(before.slice(0, 3));
});

test('an arrow without both of its ends is not shown', () => {
  const doc = { ...smallFlow(), edges: [{ id: 'e1', from: 'n1', to: 'gone' }] };
  expect(toEdges(doc, nothing, {})).toEqual([]);
});

test('React Flow need not measure: sizes and anchors are known', () => {
  for (const view of toNodes(smallFlow(), nothing, {}, false, 'en')) {
    expect(view.measured).toEqual(sizeOf(view.data.node));
    expect(view.handles?.length).toBeGreaterThan(0);
  }
});
