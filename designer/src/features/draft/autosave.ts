/** Saves the open draft by itself and keeps a copy of what is not yet saved in this browser. */
import {
  delayOf,
  dropBackup,
  hasUnsaved,
  isSameDocument,
  keepBackup,
  type Definition,
  type Editor,
  type Saving,
  type Storage,
} from '@/model';

export interface Saved {
  revision: number;
  definition: Definition;
}

/** What an attempt to save came to, when it did not succeed. */
export type Failure = { is: 'lost' } | { is: 'moved_on' } | { is: 'refused'; message: string };

export interface AutosaveParts {
  editor: Editor;
  flow: string;
  storage: Storage;
  save: (revision: number, definition: Definition) => Promise<Saved>;
  load: () => Promise<Saved>;
  failureOf: (error: unknown) => Failure;
}

export interface Autosave {
  saveNow: () => void;
  /** Keeps the copy at once, as when the page is left. */
  flush: () => void;
  stop: () => void;
}

/** How long after a change the copy in this browser is written. */
const BACKUP_DELAY = 250;

export function startAutosave(parts: AutosaveParts): Autosave {
  const { editor, flow, storage } = parts;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let backupTimer: ReturnType<typeof setTimeout> | undefined;

  function plan(saving: Saving): void {
    clearTimeout(timer);
    const delay = delayOf(saving);
    timer = delay === undefined ? undefined : setTimeout(() => void save(), delay);
  }

  async function save(): Promise<void> {
    clearTimeout(timer);
    const { doc, saving } = editor.state();
    if (saving.is === 'saving' || saving.is === 'saved' || saving.is === 'conflict') return;
    editor.save({ type: 'started' });
    try {
      const saved = await parts.save(saving.revision, doc);
      stored(saved.revision, doc);
    } catch (error) {
      await failed(parts.failureOf(error), doc);
    }
  }

  function stored(revision: number, doc: Definition): void {
    editor.save({ type: 'stored', revision });
    if (editor.state().doc === doc) {
      clearTimeout(backupTimer);
      dropBackup(storage, flow);
    } else flush();
  }

  async function failed(failure: Failure, doc: Definition): Promise<void> {
    if (failure.is === 'refused') editor.save({ type: 'refused', message: failure.message });
    else if (failure.is === 'lost') editor.save({ type: 'lost' });
    else if (await isOurs(doc)) return;
    else editor.save({ type: 'moved_on' });
    flush();
  }

  /** A save whose answer was lost looks like a conflict with oneself. */
  async function isOurs(doc: Definition): Promise<boolean> {
    try {
      const theirs = await parts.load();
      if (!isSameDocument(theirs.definition, doc)) return false;
      stored(theirs.revision, doc);
      return true;
    } catch {
      return false;
    }
  }

  function flush(): void {
    clearTimeout(backupTimer);
    backupTimer = undefined;
    const { doc, saving } = editor.state();
    if (hasUnsaved(saving)) keepBackup(storage, flow, { revision: saving.revision, definition: doc });
  }

  const unsubscribe = editor.store.subscribe((state, before) => {
    if (state.doc !== before.doc) backupTimer ??= setTimeout(flush, BACKUP_DELAY);
    if (state.saving !== before.saving) plan(state.saving);
  });
  plan(editor.state().saving);

  return {
    saveNow: () => void save(),
    flush,
    stop() {
      unsubscribe();
      flush();
      clearTimeout(timer);
    },
  };
}
