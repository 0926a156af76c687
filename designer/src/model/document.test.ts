import { expect, test } from 'vitest';
import { sampleFlow, smallFlow } from '@/testing/flows';
import {
  compare,
  formatDuration,
  idsFor,
  inLang,
  isSameDocument,
  marksOf,
  parseDuration,
  placesOf,
  put,
  withWording,
  type FlowNode,
} from './index';

test('new ids are above all in use', () => {
  const ids = idsFor(smallFlow());
  expect([ids.node(), ids.node(), ids.edge(), ids.lane()]).toEqual(['n6', 'n7', 'e5', 'l2']);
  expect(idsFor(sampleFlow('contract-approval')).node()).toBe('n1');
});

test('putting undefined takes a field away', () => {
  expect(put({ a: 1, b: 2 }, { b: undefined })).toStrictEqual({ a: 1 });
});

test.each(['PT30M', 'PT4H', 'P1D', 'P2W'])('%s is an amount of one unit and back', (text) => {
  const duration = parseDuration(text);
  expect(duration && formatDuration(duration)).toBe(text);
});

test.each([undefined, '', 'P1DT4H', 'P1M', '1 day'])('%s is left as it is written', (text) => {
  expect(parseDuration(text)).toBeUndefined();
});

test('a text without one language is shown in the other, and without both is none', () => {
  expect(inLang({ 'zh-CN': '财务' }, 'en')).toBe('财务');
  expect(withWording({ en: 'A' }, 'en', '')).toBeUndefined();
  expect(withWording({ en: 'A' }, 'zh-CN', '甲')).toEqual({ en: 'A', 'zh-CN': '甲' });
});

test('two documents say the same in whatever order they say it', () => {
  const flow = smallFlow();
  const { nodes, ...rest } = flow;
  expect(isSameDocument({ nodes, ...rest, description: {} }, flow)).toBe(true);
  expect(isSameDocument(put(flow, { edges: [] }), flow)).toBe(false);
});

test('differences are told by symbol; moving one is none', () => {
  const mine = smallFlow();
  const fork: FlowNode = { id: 'n9', kind: 'fork' };
  const theirs = put(mine, {
    nodes: [
      ...mine.nodes.slice(1).map((node) => (node.id === 'n4' ? put(node, { tool: 'ERP' }) : node)),
      fork,
    ].map((node) => put(node, { at: { x: 1, y: 2 } })),
    edges: mine.edges.slice(1),
  });
  const { onlyFirst, onlySecond, changed, arrows } = compare(mine, theirs);
  expect([onlyFirst, onlySecond, changed].map((nodes) => nodes.map((node) => node.id))).toEqual([
    ['n1'],
    ['n9'],
    ['n4'],
  ]);
  expect(arrows).toBe(1);
});

test('the worst problem marks a place', () => {
  const text = { en: '' };
  const marks = marksOf([
    { code: 'a', severity: 'error', node: 'n1', text, remedy: text },
    { code: 'b', severity: 'warning', node: 'n1', text, remedy: text },
    { code: 'c', severity: 'warning', node: 'n3', edge: 'e3', text, remedy: text },
  ]);
  expect([...marks.nodes]).toEqual([['n1', 'error']]);
  expect([...marks.edges]).toEqual([['e3', 'warning']]);
});

test('linked records are seen one level deep', () => {
  const customer = {
    key: 'customer',
    name: {},
    fields: [
      { key: 'score', name: {}, type: 'number' },
      { key: 'parent', name: {}, type: 'link', target: 'customer' },
    ],
  };
  const contract = {
    key: 'contract',
    name: {},
    fields: [{ key: 'customer', name: {}, type: 'link', target: 'customer' }],
  };
  expect(placesOf(contract, [customer, contract]).map((place) => place.path)).toEqual([
    'record.customer',
    'record.customer.score',
  ]);
});
