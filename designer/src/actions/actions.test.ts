import { describe, expect, test } from 'vitest';
import { createEditor } from '@/model';
import { smallFlow } from '@/testing/flows';
import { actions, allActions, createDesk, isPressed, showKeys } from './index';

const press = (key: string, over: object = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...over,
});

function desk(readOnly = false) {
  const editor = createEditor({ doc: smallFlow(), revision: 1, readOnly });
  return createDesk(editor, {
    layout: () => Promise.resolve({ n1: { x: 400, y: 400 } }),
    showHelp: () => undefined,
    tell: () => undefined,
  });
}

test.each([
  ['Mod+Z', press('z', { ctrlKey: true }), true],
  ['Mod+Z', press('z', { metaKey: true }), true],
  ['Mod+Z', press('Z', { ctrlKey: true, shiftKey: true }), false],
  ['Mod+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }), true],
  ['?', press('?', { shiftKey: true }), true],
  ['Plus', press('+', { shiftKey: true }), true],
  ['Up', press('ArrowUp'), true],
  ['Up', press('ArrowUp', { shiftKey: true }), false],
  ['N', press('n', { ctrlKey: true }), false],
])('%s', (keys, event, is) => {
  expect(isPressed(keys, event)).toBe(is);
});

test('keys are shown as the computer has them', () => {
  expect(showKeys('Mod+Shift+Z', false)).toBe('Ctrl + Shift + Z');
  expect(showKeys('Mod+Shift+Z', true)).toBe('⌘ ⇧ Z');
});

test('no two actions want the same key', () => {
  const keys = allActions.flatMap((action) => action.keys);
  expect(new Set(keys).size).toBe(keys.length);
});

test('every action has a name in both languages', () => {
  for (const { name } of allActions) expect([name['zh-CN'], name.en].every(Boolean)).toBe(true);
});

describe('doing', () => {
  test('duplicate selects the copies', () => {
    const here = desk();
    here.editor.select({ nodes: ['n2', 'n3'] });
    actions.duplicate.run(here);
    expect(here.editor.state().selection).toEqual({ nodes: ['n6', 'n7'], edges: ['e5'] });
  });
  test('cut and paste', () => {
    const here = desk();
    here.editor.select({ nodes: ['n5'] });
    actions.cut.run(here);
    expect(here.editor.state().doc.nodes).toHaveLength(4);
    actions.paste.run(here);
    expect(here.editor.state().doc.nodes).toHaveLength(5);
  });
  test('pressing an arrow key many times is one step back', () => {
    const here = desk();
    here.editor.select({ nodes: ['n1'] });
    const right = allActions.find((action) => action.id === 'right');
    right?.run(here);
    right?.run(here);
    expect(here.editor.state().doc.nodes[0]?.at).toEqual({ x: 46, y: 0 });
    here.editor.undo();
    expect(here.editor.state().doc).toEqual(smallFlow());
  });
  test('tidying up is one edit', async () => {
    const here = desk();
    actions.tidyUp.run(here);
    await Promise.resolve();
    expect(here.editor.state().doc.nodes[0]?.at).toEqual({ x: 400, y: 400 });
  });
  test('where nothing may be changed nothing that changes is offered', () => {
    const here = desk(true);
    here.editor.select({ nodes: ['n1'] });
    const offered = allActions
      .filter((action) => action.when(here.editor.state()))
      .map((action) => action.id);
    expect(offered.sort()).toEqual([
      'copy',
      'fit',
      'help',
      'selectAll',
      'selectNothing',
      'zoomIn',
      'zoomOut',
      'zoomToActual',
    ]);
  });
});
