import { expect, test } from 'vitest';
import { smallFlow } from '@/testing/flows';
import { dropBackup, keepBackup, put, readBackup, recover, storageOf, type Storage } from './index';

function memory(): Storage & { items: Map<string, string> } {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

test('what is kept is read again until it is dropped', () => {
  const storage = memory();
  expect(keepBackup(storage, 'small', { revision: 3, definition: smallFlow() })).toBe(true);
  expect(readBackup(storage, 'small')).toEqual({ revision: 3, definition: smallFlow() });
  expect(readBackup(storage, 'other')).toBeUndefined();
  dropBackup(storage, 'small');
  expect(readBackup(storage, 'small')).toBeUndefined();
});

test('a storage that is full is no reason to stop', () => {
  const full: Storage = {
    getItem: () => null,
    setItem: () => {
      throw new Error('QuotaExceededError');
    },
    removeItem: () => undefined,
  };
  expect(keepBackup(full, 'small', { revision: 1, definition: smallFlow() })).toBe(false);
});

test.each(['', '{', '1', '{"revision":"1"}', '{"revision":1,"definition":{}}'])(
  'a damaged backup is none: %s',
  (text) => {
    const storage = memory();
    storage.items.set('flowline.draft.small', text);
    expect(readBackup(storage, 'small')).toBeUndefined();
  },
);

test('a backup of the saved revision goes on, one of an older revision is a conflict', () => {
  const definition = smallFlow();
  const mine = put(definition, { description: { en: 'new' } });
  expect(recover(undefined, { revision: 3, definition })).toEqual({ is: 'nothing' });
  expect(recover({ revision: 2, definition }, { revision: 3, definition })).toEqual({ is: 'nothing' });
  expect(recover({ revision: 3, definition: mine }, { revision: 3, definition })).toEqual({
    is: 'resume',
    definition: mine,
  });
  expect(recover({ revision: 2, definition: mine }, { revision: 3, definition })).toEqual({
    is: 'conflict',
    mine,
  });
});

test('what one person drew is not found by another in the same browser', () => {
  const storage = memory();
  keepBackup(storageOf(storage, 'xu-jing'), 'small', { revision: 3, definition: smallFlow() });
  expect(readBackup(storageOf(storage, 'he-yong'), 'small')).toBeUndefined();
  expect(readBackup(storageOf(storage, 'xu-jing'), 'small')?.revision).toBe(3);
});
