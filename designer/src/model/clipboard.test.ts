import { expect, test } from 'vitest';
import { sampleFlow, smallFlow } from '@/testing/flows';
import { apply, clipFromText, clipToText, copy, paste, put } from './index';

test('pasting gives new ids, keeps the arrows in between and stands a little apart', () => {
  const doc = smallFlow();
  const clip = copy(doc, ['n2', 'n3']);
  expect(clip?.edges.map((edge) => edge.id)).toEqual(['e2']);
  const pasted = clip && apply(doc, paste(doc, clip, { x: 32, y: 32 })).doc;
  expect(pasted?.nodes.slice(-2)).toMatchObject([
    { id: 'n6', kind: 'step', at: { x: 32, y: 128 }, lane: 'l1' },
    { id: 'n7', kind: 'decision' },
  ]);
  expect(pasted?.edges.at(-1)).toEqual({ id: 'e5', from: 'n6', to: 'n7' });
});

test('a lane that the other flow does not have is left out', () => {
  const clip = copy(smallFlow(), ['n2']);
  const other = put(smallFlow(), { lanes: undefined });
  const pasted = clip && apply(other, paste(other, clip, { x: 0, y: 0 })).doc;
  expect(pasted?.nodes.at(-1)).not.toHaveProperty('lane');
});

test('a copied step leads back to the copy of where it led, or else to where it led', () => {
  const doc = smallFlow();
  const nodes = doc.nodes.map((node) =>
    node.kind === 'step' && node.action?.type === 'approve'
      ? {
          ...node,
          action: {
            ...node.action,
            reject: { to: 'node' as const, node: 'n1' },
            return: { to: 'nodes' as const, nodes: ['n1', 'n9'] },
          },
        }
      : node,
  );
  const flow = { ...doc, nodes };
  const clip = copy(flow, ['n1', 'n2']);
  const pasted = clip && apply(flow, paste(flow, clip, { x: 0, y: 0 })).doc;
  expect(pasted?.nodes.at(-1)).toMatchObject({
    id: 'n7',
    action: { reject: { node: 'n6' }, return: { nodes: ['n6', 'n9'] } },
  });
});

test('a clip survives the system clipboard', () => {
  const doc = sampleFlow('contract-approval');
  const clip = copy(
    doc,
    doc.nodes.map((node) => node.id),
  );
  expect(clip && clipFromText(clipToText(clip))).toEqual(clip);
});

test.each([
  '',
  'hello',
  '{"flowline":1,',
  '{"flowline":1,"nodes":[{"id":1}],"edges":[]}',
  '{"flowline":1,"nodes":[{"id":"a","kind":"boss"}],"edges":[]}',
])('another text is no clip: %s', (text) => {
  expect(clipFromText(text)).toBeUndefined();
});

test('nothing selected, nothing copied', () => {
  expect(copy(smallFlow(), [])).toBeUndefined();
});
