import { describe, expect, test } from 'vitest';
import { sampleFlow, smallFlow } from '@/testing/flows';
import { apply, idsFor, nodeOf, put, type Definition, type Edit } from './index';
import { adding } from './edits/addElements';

const samples = ['contract-approval', 'customer-registration', 'customer-acceptance', 'discount-approval'];

const ids = (doc: Definition) => [doc.nodes.map((node) => node.id), doc.edges.map((edge) => edge.id)];

describe('each edit undoes itself, and leaves the old document as it was', () => {
  const edits: [string, Edit][] = [
    [
      'adding',
      adding([{ id: 'n9', kind: 'fork', at: { x: 0, y: 0 } }], [{ id: 'e9', from: 'n1', to: 'n9' }]),
    ],
    ['removing a node in the middle', { type: 'removeElements', nodes: ['n3'], edges: [] }],
    ['removing an arrow', { type: 'removeElements', nodes: [], edges: ['e1', 'e4'] }],
    ['moving', { type: 'moveNodes', to: { n1: { x: 8.4, y: -3 }, n4: { x: 1, y: 1 } } }],
    ['taking a place away', { type: 'moveNodes', to: { n1: null } }],
    [
      'settings of a node',
      { type: 'changeNode', node: { id: 'n4', kind: 'end', end: { result: 'rejected' } } },
    ],
    ['settings of an arrow', { type: 'changeEdge', edge: { id: 'e3', from: 'n3', to: 'n5' } }],
    ['the order of arrows', { type: 'orderEdges', ids: ['e4', 'e3'] }],
    [
      'settings of the flow',
      { type: 'changeFlow', settings: { start: undefined, description: { en: 'Why' } } },
    ],
    [
      'several together',
      {
        type: 'together',
        edits: [
          { type: 'removeElements', nodes: ['n2'], edges: [] },
          adding([{ id: 'n2', kind: 'join' }]),
          { type: 'moveNodes', to: { n2: { x: 5, y: 5 } } },
        ],
      },
    ],
  ];
  test.each(edits)('%s', (_, edit) => {
    const before = smallFlow();
    const frozen = structuredClone(before);
    const { doc, undo } = apply(before, edit);
    expect(before).toEqual(frozen);
    expect(doc).not.toEqual(before);
    const back = apply(doc, undo);
    expect(back.doc).toEqual(before);
    expect(apply(back.doc, back.undo).doc).toEqual(doc);
  });
});

test('an edit of something that is not there changes nothing', () => {
  const doc = smallFlow();
  const lost: Edit[] = [
    { type: 'removeElements', nodes: ['gone'], edges: ['gone'] },
    { type: 'moveNodes', to: { gone: { x: 1, y: 1 } } },
    { type: 'changeNode', node: { id: 'gone', kind: 'fork' } },
    { type: 'changeEdge', edge: { id: 'gone', from: 'n1', to: 'n2' } },
  ];
  for (const edit of lost) expect(apply(doc, edit).doc).toEqual(doc);
});

test('with a node go the arrows that touch it', () => {
  const { doc } = apply(smallFlow(), { type: 'removeElements', nodes: ['n3'], edges: [] });
  expect(ids(doc)).toEqual([['n1', 'n2', 'n4', 'n5'], ['e1']]);
});

test('the arrows of a decision change places among themselves only', () => {
  const flow = smallFlow();
  const doc = put(flow, { edges: [...flow.edges, { id: 'e5', from: 'n2', to: 'n5' }] });
  const reordered = apply(doc, { type: 'orderEdges', ids: ['e4', 'e3'] }).doc;
  expect(reordered.edges.map((edge) => edge.id)).toEqual(['e1', 'e2', 'e4', 'e3', 'e5']);
});

test('places are whole pixels', () => {
  const { doc } = apply(smallFlow(), { type: 'moveNodes', to: { n1: { x: 0.4, y: -0.4 } } });
  expect(nodeOf(doc, 'n1')?.at).toEqual({ x: 0, y: 0 });
});

test('a random walk through the edits comes back to where it began', () => {
  for (const [seed, name] of samples.entries()) {
    const random = sequence(seed + 1);
    const start = sampleFlow(name);
    const undos: Edit[] = [];
    let doc = start;
    for (let step = 0; step < 300; step++) {
      const applied = apply(doc, randomEdit(doc, random));
      undos.push(applied.undo);
      doc = applied.doc;
    }
    for (const undo of undos.reverse()) doc = apply(doc, undo).doc;
    expect(doc).toEqual(start);
  }
});

/** A repeatable run of numbers from 0 to 1. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

function randomEdit(doc: Definition, random: () => number): Edit {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const node = pick(doc.nodes);
  const edge = pick(doc.edges);
  const at = { x: Math.floor(random() * 900), y: Math.floor(random() * 900) };
  const fresh = idsFor(doc);
  const choices: Edit[] = [adding([{ id: fresh.node(), kind: 'decision', at }])];
  if (node) {
    choices.push(
      { type: 'moveNodes', to: { [node.id]: random() < 0.1 ? null : at } },
      { type: 'changeNode', node: put(node, { tool: random() < 0.5 ? 'ERP' : undefined }) },
      { type: 'removeElements', nodes: [node.id], edges: [] },
      adding([], [{ id: fresh.edge(), from: node.id, to: pick(doc.nodes)?.id ?? node.id }]),
    );
  }
  if (edge) {
    choices.push(
      { type: 'changeEdge', edge: put(edge, { name: random() < 0.5 ? { en: 'Yes' } : undefined }) },
      { type: 'removeElements', nodes: [], edges: [edge.id] },
      { type: 'orderEdges', ids: doc.edges.map((one) => one.id).sort(() => random() - 0.5) },
    );
  }
  return pick(choices) ?? adding([]);
}
