import { useEffect, useState } from 'react';
import { Problem, readDraft, saveDraft, topics, useMe, useTopic, type DraftView } from '@/api';
import { useText } from '@/i18n';
import type { Desk } from '@/actions';
import { storageOf } from '@/model';
import { useMessage } from '@/ui';
import { startAutosave, type Failure } from './autosave';
import { useWords } from './words';

/**
 * Saves the draft while it is open. Where it follows, what somebody else saves is shown, as long as nothing of ours is
 * unsaved; a published version and a saved state that is only looked at stay as they are.
 */
export function useAutosave(desk: Desk, flow: string, follows: boolean): void {
  const { editor } = desk;
  const me = useMe()?.id ?? '';
  const message = useMessage();
  const say = useWords();
  const text = useText();
  const isOff = editor.state().readOnly;

  useEffect(() => {
    if (isOff) return;
    const autosave = startAutosave({
      editor,
      flow,
      storage: storageOf(window.localStorage, me),
      save: (revision, definition) => saveDraft(flow, revision, definition),
      load: () => readDraft(flow),
      failureOf,
    });
    const detach = desk.attachSaver(autosave.saveNow);
    const online = () => autosave.saveNow();
    window.addEventListener('online', online);
    window.addEventListener('pagehide', autosave.flush);
    return () => {
      window.removeEventListener('online', online);
      window.removeEventListener('pagehide', autosave.flush);
      autosave.stop();
      detach();
    };
  }, [desk, editor, flow, isOff, me]);

  useTopic(follows ? topics.draft(flow) : undefined, (revision) => {
    const { saving } = editor.state();
    if (revision <= saving.revision || saving.is !== 'saved') return;
    readDraft(flow).then(
      (theirs) => {
        const { saving: now } = editor.state();
        if (now.is !== 'saved' || theirs.revision <= now.revision) return;
        editor.open(theirs.definition, { is: 'saved', revision: theirs.revision });
        void message.info(say('theirsOpened', { name: text(theirs.updatedBy.name) }));
      },
      () => undefined,
    );
  });
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof Problem)) return { is: 'lost' };
  if (error.code === 'conflict') return { is: 'moved_on' };
  const passes = error.status === 0 || error.status >= 500 || error.status === 401 || error.status === 429;
  return passes
    ? { is: 'lost' }
    : { is: 'refused', message: [error.message, ...error.errors.map((e) => e.message)].join(' ') };
}

/** What others have saved, while a conflict is open. */
export function useTheirs(flow: string, isWanted: boolean): DraftView | undefined {
  const [theirs, setTheirs] = useState<DraftView>();
  useEffect(() => {
    if (!isWanted) return;
    let isCurrent = true;
    readDraft(flow).then(
      (draft) => {
        if (isCurrent) setTheirs(draft);
      },
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [flow, isWanted]);
  return isWanted ? theirs : undefined;
}
