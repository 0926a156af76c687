import { describe, expect, test } from 'vitest';
import { apply, edgesFrom, nodeOf, overlaps, put, type FlowNode } from '@/model';
import { sampleFlow, smallFlow } from '@/testing/flows';
import {
  boxOf,
  describeWho,
  drop,
  dropAfter,
  grow,
  insertInto,
  partList,
  partOf,
  placeMissing,
  renamed,
} from './index';

describe.each(partList.map((part) => [part.id, part] as const))('%s', (id, part) => {
  test('draws an outline of its size and is created as itself', () => {
    expect(part.outline(part.size)).toMatch(/^M[\d .A-Za-z-]+$/);
    expect(partOf(part.create('x'))).toBe(part);
    expect(part.create('x').id).toBe('x');
  });
  test('has a name and a hint in both languages', () => {
    for (const text of [part.name, part.hint])
      expect([text['zh-CN'], text.en]).toEqual([expect.any(String), expect.any(String)]);
    expect(part.sections.length, id).toBeGreaterThan(0);
  });
});

test('a dropped part stands with its middle under the pointer, on the grid', () => {
  const doc = put(smallFlow(), { nodes: [], edges: [] });
  const added = drop(doc, 'do', { x: 103, y: 51 });
  expect(added && nodeOf(apply(doc, added.edit).doc, added.node)?.at).toEqual({ x: 0, y: 16 });
});

test('with the first start comes a way to start', () => {
  const doc = put(smallFlow(), { nodes: [], edges: [], start: undefined });
  const added = drop(doc, 'start', { x: 0, y: 0 });
  expect(added && apply(doc, added.edit).doc.start).toEqual([{ on: 'submitted' }]);
});

test('what grows from a node stands free below it, with its arrow, and goes again as one', () => {
  const doc = smallFlow();
  const added = grow(doc, 'n3', 'approve');
  if (!added) throw new Error('did not grow');
  const { doc: grown, undo } = apply(doc, added.edit);
  const node = nodeOf(grown, added.node);
  expect(node && doc.nodes.some((other) => overlaps(boxOf(other), boxOf(node)))).toBe(false);
  expect(edgesFrom(grown, 'n3').at(-1)?.to).toBe(added.node);
  expect(apply(grown, undo).doc).toEqual(doc);
});

test('the end after a refusal is a refused one', () => {
  const doc = smallFlow();
  const added = dropAfter(doc, 'n2', 'end', { x: 600, y: 200 });
  const grown = added && apply(doc, added.edit).doc;
  expect(added && grown && nodeOf(grown, added.node)).toMatchObject({
    kind: 'end',
    end: { result: 'rejected' },
  });
  expect(grown?.edges.at(-1)).toMatchObject({ from: 'n2', on: 'rejected' });
});

test('nothing grows where nothing may follow', () => {
  expect(grow(smallFlow(), 'n4', 'do')).toBeUndefined();
  expect(grow(smallFlow(), 'n1', 'do')).toBeUndefined();
  expect(grow(smallFlow(), 'n3', 'start')).toBeUndefined();
});

test('a step put into an arrow takes its end over; the condition stays before it', () => {
  const doc = smallFlow();
  const added = insertInto(doc, 'e3', 'notify');
  const next = added && apply(doc, added.edit).doc;
  expect(next?.edges.find((edge) => edge.id === 'e3')).toMatchObject({
    from: 'n3',
    to: added?.node,
    when: 'record.amount > 100000',
  });
  expect(next?.edges.at(-1)).toMatchObject({ from: added?.node, to: 'n4' });
  const boxes = (next?.nodes ?? []).map(boxOf);
  expect(boxes.some((box, i) => boxes.some((other, j) => i < j && overlaps(box, other)))).toBe(false);
});

test('a full chart takes no more', () => {
  const nodes = Array.from({ length: 1000 }, (_, i): FlowNode => ({ id: `n${i}`, kind: 'fork' }));
  expect(drop(put(smallFlow(), { nodes }), 'do', { x: 0, y: 0 })).toBeUndefined();
});

test('nodes without a place get one; a chart with places keeps them', () => {
  expect(placeMissing(smallFlow())).toBeUndefined();
  const bare = put(smallFlow(), { nodes: smallFlow().nodes.map((node) => put(node, { at: undefined })) });
  const edit = placeMissing(bare);
  const boxes = (edit ? apply(bare, edit).doc.nodes : []).map(boxOf);
  expect(boxes).toHaveLength(5);
  expect(boxes.some((box, i) => boxes.some((other, j) => i < j && overlaps(box, other)))).toBe(false);
});

test('a born name goes when the other language gets a real one', () => {
  const node = partOf(smallFlow().nodes[2]!).create('x');
  expect(renamed(node, 'zh-CN', '金额大？').name).toEqual({ 'zh-CN': '金额大？' });
  expect(renamed({ ...node, name: { en: 'Large?' } }, 'zh-CN', '金额大？').name).toEqual({
    en: 'Large?',
    'zh-CN': '金额大？',
  });
});

test('who acts is said in words', () => {
  const company = {
    people: [{ id: 'p1', name: { 'zh-CN': '王磊', en: 'Wang Lei' } }],
    departments: [{ id: 'd1', name: { 'zh-CN': '财务部', en: 'Finance' } }],
    posts: [{ key: 'sales_manager', name: { 'zh-CN': '销售经理', en: 'Sales manager' } }],
  };
  const who = [
    { post: 'sales_manager' },
    { headOf: 'd1' },
    { managerOf: 'submitter' },
    { person: 'p1' },
    { person: 'gone' },
  ];
  expect(describeWho(who, company, undefined, 'zh-CN')).toBe(
    '销售经理、财务部负责人、提交人的直属上级、王磊、gone',
  );
  expect(
    describeWho(
      [
        { chain: { of: 'submitter', along: 'managers', levels: 2, post: 'sales_manager' } },
        { chain: { of: 'field:reviewer', along: 'heads', amount: 'amount' } },
        { managerOf: 'field:reviewer' },
        { headOf: 'field:reviewer' },
        { admins: true },
      ],
      company,
      undefined,
      'zh-CN',
    ),
  ).toBe(
    '提交人的逐级上级，最多 2 级，到销售经理为止、reviewer的逐级部门负责人，到限额够“amount”为止、“reviewer”的直属上级、“reviewer”的部门负责人、管理员',
  );
  expect(describeWho(who.slice(0, 2), company, undefined, 'en')).toBe('Sales manager, Head of Finance');
});

test('every sample is drawn without one symbol covering another', () => {
  for (const name of [
    'contract-approval',
    'customer-registration',
    'customer-acceptance',
    'discount-approval',
    'expense-approval',
    'leave-approval',
    'purchase-approval',
  ]) {
    const boxes = sampleFlow(name).nodes.map(boxOf);
    expect(
      boxes.some((box, i) => boxes.some((other, j) => i < j && overlaps(box, other))),
      name,
    ).toBe(false);
  }
});
