import { expect, test } from 'vitest';
import { smallFlow } from '@/testing/flows';
import { createEditor, type Edit } from './index';

const remove: Edit = { type: 'removeElements', nodes: ['n5'], edges: [] };

test('an edit changes the document, counts as unsaved and can be undone; the selection is not part of it', () => {
  const editor = createEditor({ doc: smallFlow(), revision: 1 });
  editor.select({ nodes: ['n4', 'n5'] });
  editor.edit(remove);
  expect(editor.state().selection.nodes).toEqual(['n4']);
  expect(editor.state().saving).toEqual({ is: 'unsaved', revision: 1 });
  editor.select({ nodes: ['n1'] });
  editor.undo();
  expect(editor.state().doc).toEqual(smallFlow());
  expect(editor.state().selection.nodes).toEqual(['n1']);
  editor.redo();
  expect(editor.state().doc.nodes).toHaveLength(4);
});

test('a document that is only shown cannot be changed', () => {
  const editor = createEditor({ doc: smallFlow(), revision: 1, readOnly: true });
  editor.edit(remove);
  editor.name({ of: 'node', id: 'n1' });
  expect(editor.state()).toMatchObject({ doc: smallFlow(), naming: undefined, saving: { is: 'saved' } });
});

test('opening another document starts a new history', () => {
  const editor = createEditor({ doc: smallFlow(), revision: 1 });
  editor.edit(remove);
  editor.open(smallFlow(), { is: 'saved', revision: 9 });
  editor.undo();
  expect(editor.state()).toMatchObject({ doc: smallFlow(), saving: { is: 'saved', revision: 9 } });
});

test('selecting the same again is no change', () => {
  const editor = createEditor({ doc: smallFlow(), revision: 1 });
  editor.select({ nodes: ['n1'] });
  const before = editor.state();
  editor.select({ nodes: ['n1'] });
  expect(editor.state()).toBe(before);
});

test('a name that is being written stays open when something else changes, unless what it names goes', () => {
  const editor = createEditor({ doc: smallFlow(), revision: 1 });
  const naming = { of: 'node', id: 'n5' } as const;
  editor.name(naming);
  editor.edit({ type: 'moveNodes', to: { n1: { x: 8, y: 8 } } });
  expect(editor.state().naming).toEqual(naming);
  editor.edit(remove);
  expect(editor.state().naming).toBeUndefined();
});
