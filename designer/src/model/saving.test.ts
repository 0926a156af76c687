import { expect, test } from 'vitest';
import { advance, delayOf, hasUnsaved, type Saving, type SavingEvent } from './saving';

const run = (from: Saving, ...events: SavingEvent[]): Saving => events.reduce(advance, from);

const saved: Saving = { is: 'saved', revision: 4 };

test('an edit is saved', () => {
  expect(run(saved, { type: 'edited' })).toEqual({ is: 'unsaved', revision: 4 });
  expect(run(saved, { type: 'edited' }, { type: 'started' }, { type: 'stored', revision: 5 })).toEqual({
    is: 'saved',
    revision: 5,
  });
});

test('an edit made while saving is saved next, from the new revision', () => {
  expect(
    run(saved, { type: 'edited' }, { type: 'started' }, { type: 'edited' }, { type: 'stored', revision: 5 }),
  ).toEqual({ is: 'unsaved', revision: 5 });
});

test('a lost connection is tried again, later each time', () => {
  let state = run(saved, { type: 'edited' }, { type: 'started' }, { type: 'lost' });
  const delays = [delayOf(state)];
  for (let i = 0; i < 6; i++) {
    state = run(state, { type: 'started' }, { type: 'lost' });
    delays.push(delayOf(state));
  }
  expect(delays).toEqual([2000, 4000, 8000, 16000, 30000, 30000, 30000]);
  expect(run(state, { type: 'started' }, { type: 'stored', revision: 5 })).toEqual({
    is: 'saved',
    revision: 5,
  });
});

test('a conflict waits for a person: nothing is saved by itself any more', () => {
  const state = run(saved, { type: 'edited' }, { type: 'started' }, { type: 'moved_on' });
  expect(state).toEqual({ is: 'conflict', revision: 4 });
  expect(run(state, { type: 'edited' }, { type: 'started' }, { type: 'lost' })).toEqual(state);
  expect(delayOf(state)).toBeUndefined();
  expect(run(state, { type: 'loaded', revision: 7, changed: false })).toEqual({ is: 'saved', revision: 7 });
});

test('what the server refuses is tried again after the next edit', () => {
  const state = run(
    saved,
    { type: 'edited' },
    { type: 'started' },
    { type: 'refused', message: 'too large' },
  );
  expect(state).toEqual({ is: 'refused', revision: 4, message: 'too large' });
  expect(hasUnsaved(state)).toBe(true);
  expect(run(state, { type: 'edited' })).toEqual({ is: 'unsaved', revision: 4 });
});
