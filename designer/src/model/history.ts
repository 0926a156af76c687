/**
 * What was done to a document and can be undone. Selection, zoom and panels are not part of it: undoing brings back
 * what was drawn, not where somebody looked.
 */
import type { Definition } from './document';
import { apply, type Edit } from './edits';

interface Entry {
  undo: Edit;
  /** Entries in a row with the same key are one: typing a name is one step back, not one per letter. */
  merge: string | undefined;
}

export interface History {
  readonly past: readonly Entry[];
  readonly future: readonly Entry[];
}

export interface Moved {
  doc: Definition;
  history: History;
}

export const noHistory: History = { past: [], future: [] };

const LONGEST = 200;

/** Applies edit and remembers how to undo it. What was undone before can no longer be redone. */
export function perform(doc: Definition, history: History, edit: Edit, merge?: string): Moved {
  const applied = apply(doc, edit);
  if (applied.doc === doc) return { doc, history };
  const last = history.past.at(-1);
  if (merge !== undefined && last?.merge === merge && history.future.length === 0) {
    const both: Edit = { type: 'together', edits: [applied.undo, last.undo] };
    return {
      doc: applied.doc,
      history: { past: [...history.past.slice(0, -1), { undo: both, merge }], future: [] },
    };
  }
  const past = [...history.past, { undo: applied.undo, merge }].slice(-LONGEST);
  return { doc: applied.doc, history: { past, future: [] } };
}

/** Ends a run of merged edits: the next one is a step of its own. */
export function seal(history: History): History {
  const last = history.past.at(-1);
  if (last?.merge === undefined) return history;
  return { ...history, past: [...history.past.slice(0, -1), { ...last, merge: undefined }] };
}

export function undo(doc: Definition, history: History): Moved {
  const entry = history.past.at(-1);
  if (!entry) return { doc, history };
  const applied = apply(doc, entry.undo);
  return {
    doc: applied.doc,
    history: {
      past: history.past.slice(0, -1),
      future: [...history.future, { undo: applied.undo, merge: undefined }],
    },
  };
}

export function redo(doc: Definition, history: History): Moved {
  const entry = history.future.at(-1);
  if (!entry) return { doc, history };
  const applied = apply(doc, entry.undo);
  return {
    doc: applied.doc,
    history: {
      past: [...history.past, { undo: applied.undo, merge: undefined }],
      future: history.future.slice(0, -1),
    },
  };
}
