import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createEditor, readBackup, type Definition, type Edit } from '@/model';
import { smallFlow } from '@/testing/flows';
import { startAutosave, type AutosaveParts, type Failure, type Saved } from './autosave';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const move = (x: number): Edit => ({ type: 'moveNodes', to: { n1: { x, y: 0 } } });

function setUp(over: Partial<AutosaveParts> = {}) {
  const items = new Map<string, string>();
  const editor = createEditor({ doc: smallFlow(), revision: 1 });
  const sent: number[] = [];
  const parts: AutosaveParts = {
    editor,
    flow: 'small',
    storage: {
      getItem: (key) => items.get(key) ?? null,
      setItem: (key, value) => void items.set(key, value),
      removeItem: (key) => void items.delete(key),
    },
    save: (revision: number, definition: Definition): Promise<Saved> => {
      sent.push(revision);
      return Promise.resolve({ revision: revision + 1, definition });
    },
    load: () => Promise.resolve({ revision: 9, definition: smallFlow() }),
    failureOf: (error): Failure => ({ is: error === 'moved' ? 'moved_on' : 'lost' }),
    ...over,
  };
  return {
    editor,
    sent,
    parts,
    autosave: startAutosave(parts),
    backup: () => readBackup(parts.storage, 'small'),
  };
}

test('a change is saved a moment later, once, and the copy in the browser goes', async () => {
  const { editor, sent, backup } = setUp();
  editor.edit(move(8));
  editor.edit(move(16));
  await vi.advanceTimersByTimeAsync(300);
  expect(backup()?.revision).toBe(1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent).toEqual([1]);
  expect(editor.state().saving).toEqual({ is: 'saved', revision: 2 });
  expect(backup()).toBeUndefined();
});

test('without a connection the copy stays until a later attempt succeeds', async () => {
  let isDown = true;
  const save = (revision: number, definition: Definition): Promise<Saved> =>
    isDown ? Promise.reject(new Error('down')) : Promise.resolve({ revision: revision + 1, definition });
  const { editor, backup } = setUp({ save });
  editor.edit(move(8));
  await vi.advanceTimersByTimeAsync(1000);
  expect(editor.state().saving.is).toBe('offline');
  expect(backup()?.definition.nodes[0]?.at).toEqual({ x: 8, y: 0 });
  isDown = false;
  await vi.advanceTimersByTimeAsync(5000);
  expect(editor.state().saving).toEqual({ is: 'saved', revision: 2 });
  expect(backup()).toBeUndefined();
});

test('when somebody else has saved, nothing is overwritten and mine is kept', async () => {
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- what failureOf tells apart
  const save = vi.fn(() => Promise.reject('moved'));
  const { editor, backup } = setUp({ save });
  editor.edit(move(8));
  await vi.advanceTimersByTimeAsync(1000);
  expect(editor.state().saving).toEqual({ is: 'conflict', revision: 1 });
  editor.edit(move(16));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(save).toHaveBeenCalledTimes(1);
  expect(backup()?.definition.nodes[0]?.at).toEqual({ x: 16, y: 0 });
});

test('a save whose answer was lost is not a conflict with oneself', async () => {
  let stored: Definition | undefined;
  const save = (_: number, definition: Definition): Promise<Saved> => {
    const isFirst = stored === undefined;
    stored ??= definition;
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- what failureOf tells apart
    return Promise.reject(isFirst ? 'lost' : 'moved');
  };
  const { editor } = setUp({
    save,
    load: () => Promise.resolve({ revision: 2, definition: structuredClone(stored ?? smallFlow()) }),
  });
  editor.edit(move(8));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(editor.state().saving).toEqual({ is: 'saved', revision: 2 });
});

test('leaving the page keeps what is not saved', () => {
  const { editor, autosave, backup } = setUp();
  editor.edit(move(8));
  autosave.stop();
  expect(backup()?.definition.nodes[0]?.at).toEqual({ x: 8, y: 0 });
});
