import { expect, test } from 'vitest';
import { smallFlow } from '@/testing/flows';
import { apply, canGrow, connect, mayConnect, newEdge, put, type Definition } from './index';
import { adding } from './edits/addElements';
import { MAX_EDGES } from './limits.gen';

const withStep = (type: 'approve' | 'do'): Definition =>
  apply(
    smallFlow(),
    adding([
      {
        id: 'n6',
        kind: 'step',
        action: type === 'do' ? { type, by: [] } : { type, by: [], quorum: { mode: 'all' } },
      },
    ]),
  ).doc;

test.each([
  ['n2', 'n2', 'self'],
  ['n2', 'n1', 'into_start'],
  ['n4', 'n2', 'out_of_end'],
  ['n1', 'n2', 'twice'],
  ['n1', 'n3', 'one_way_out'],
  ['n1', 'gone', 'unknown'],
])('%s → %s is refused: %s', (from, to, why) => {
  expect(mayConnect(smallFlow(), from, to)).toEqual({ ok: false, why });
});

test('the second arrow out of an approval is the one for a refusal, a third is refused', () => {
  const doc = smallFlow();
  expect(mayConnect(doc, 'n2', 'n5')).toEqual({ ok: true, on: 'rejected' });
  const drawn = connect(doc, 'n2', 'n5');
  const next = drawn.ok ? apply(doc, drawn.edit).doc : doc;
  expect(next.edges.at(-1)).toMatchObject({ from: 'n2', to: 'n5', on: 'rejected' });
  expect(mayConnect(next, 'n2', 'n4')).toEqual({ ok: false, why: 'one_way_out' });
});

test('an arrow that is led elsewhere does not stand in its own way and keeps its outcome', () => {
  expect(mayConnect(smallFlow(), 'n2', 'n4', 'e2')).toEqual({ ok: true, on: undefined });
  expect(mayConnect(smallFlow(), 'n1', 'n3', 'e1')).toEqual({ ok: true, on: undefined });
});

test('of a decision the first arrow is the yes, the second the no for everything else', () => {
  const bare = put(smallFlow(), { edges: [] });
  const yes = newEdge(bare, 'n3', 'n4', undefined);
  expect(yes).toMatchObject({ name: { en: 'Yes' } });
  expect(yes.default).toBeUndefined();
  const no = newEdge(put(bare, { edges: [yes] }), 'n3', 'n5', undefined);
  expect(no).toMatchObject({ name: { en: 'No' }, default: true });
  expect(newEdge(smallFlow(), 'n3', 'n2', undefined).default).toBeUndefined();
});

test('what may still lead somewhere shows a plus', () => {
  const doc = smallFlow();
  expect(['n1', 'n2', 'n3', 'n4'].filter((id) => canGrow(doc, id))).toEqual(['n2', 'n3']);
  expect(canGrow(withStep('do'), 'n6')).toBe(true);
});

test('a chart that is full takes no more arrows', () => {
  const edges = Array.from({ length: MAX_EDGES }, (_, i) => ({ id: `e${i}`, from: 'n1', to: 'n2' }));
  expect(connect(put(withStep('approve'), { edges }), 'n6', 'n5')).toEqual({ ok: false, why: 'full' });
});
