/**
 * The open document with everything that belongs to working on it: history, selection, how it is saved, what the check
 * says. Whoever shows it takes the narrow part needed; whoever changes it makes an Edit.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Definition } from './document';
import type { Edit } from './edits';
import { noHistory, perform, redo, seal, undo, type History, type Moved } from './history';
import type { Problem, TraceStep } from './problem';
import { advance, type Saving, type SavingEvent } from './saving';
import { isSame, nothing, within, type Selection } from './selection';
import { edgeOf, nodeOf } from './graph';

/** The node or arrow whose name is being written in place. */
export interface Naming {
  of: 'node' | 'edge';
  id: string;
}

export interface EditorState {
  doc: Definition;
  history: History;
  selection: Selection;
  naming: Naming | undefined;
  saving: Saving;
  problems: readonly Problem[];
  /** The way that is shown on the chart. */
  trace: readonly TraceStep[];
  readOnly: boolean;
}

export interface EditOptions {
  /** Edits in a row with the same key are undone together. */
  merge?: string;
  /** What is selected afterwards. */
  select?: Partial<Selection>;
  /** Starts writing a name at once. */
  naming?: Naming;
}

export interface Editor {
  store: StoreApi<EditorState>;
  state: () => EditorState;
  edit: (edit: Edit, options?: EditOptions) => void;
  undo: () => void;
  redo: () => void;
  /** Ends a run of merged edits, as when an input loses the focus. */
  seal: () => void;
  select: (selection: Partial<Selection>) => void;
  name: (naming: Naming | undefined) => void;
  save: (event: SavingEvent) => void;
  problems: (problems: readonly Problem[]) => void;
  /** Shows a way on the chart until something else is selected or the problems are others. */
  follow: (trace: readonly TraceStep[]) => void;
  /** Shows another document, as when theirs is taken after a conflict; the history starts anew. */
  open: (doc: Definition, saving: Saving) => void;
}

const noTrace: readonly TraceStep[] = [];

function isThere(doc: Definition, { of, id }: Naming): boolean {
  return (of === 'node' ? nodeOf(doc, id) : edgeOf(doc, id)) !== undefined;
}

export function createEditor(start: { doc: Definition; revision: number; readOnly?: boolean }): Editor {
  const store = createStore<EditorState>(() => ({
    doc: start.doc,
    history: noHistory,
    selection: nothing,
    naming: undefined,
    saving: { is: 'saved', revision: start.revision },
    problems: [],
    trace: noTrace,
    readOnly: start.readOnly ?? false,
  }));

  function moveTo(moved: Moved, selection: Selection, naming?: Naming): void {
    const { doc, saving } = store.getState();
    if (moved.doc === doc) return;
    store.setState({
      ...moved,
      selection: within(moved.doc, selection),
      naming: naming && isThere(moved.doc, naming) ? naming : undefined,
      saving: advance(saving, { type: 'edited' }),
    });
  }

  return {
    store,
    state: () => store.getState(),
    edit(edit, options = {}) {
      const { doc, history, selection, naming, readOnly } = store.getState();
      if (readOnly) return;
      const moved = perform(doc, history, edit, options.merge);
      if (options.select) moveTo(moved, { ...nothing, ...options.select }, options.naming);
      // A name that is being written stays open when something else changes, such as by a layout asked for before.
      else moveTo(moved, selection, options.naming ?? naming);
    },
    undo() {
      const { doc, history, selection, readOnly } = store.getState();
      if (!readOnly) moveTo(undo(doc, history), selection);
    },
    redo() {
      const { doc, history, selection, readOnly } = store.getState();
      if (!readOnly) moveTo(redo(doc, history), selection);
    },
    seal: () => store.setState(({ history }) => ({ history: seal(history) })),
    select(part) {
      const selection = { ...nothing, ...part };
      if (!isSame(selection, store.getState().selection))
        store.setState({ selection, naming: undefined, trace: noTrace });
    },
    name(naming) {
      if (!store.getState().readOnly || naming === undefined) store.setState({ naming });
    },
    save: (event) => store.setState(({ saving }) => ({ saving: advance(saving, event) })),
    problems: (problems) => store.setState({ problems, trace: noTrace }),
    follow: (trace) => store.setState({ trace }),
    open(doc, saving) {
      store.setState(({ selection }) => ({
        doc,
        saving,
        history: noHistory,
        naming: undefined,
        selection: within(doc, selection),
      }));
    },
  };
}
