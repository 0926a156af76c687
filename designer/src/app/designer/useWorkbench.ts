import { useEffect, useState } from 'react';
import { createDesk, type Desk } from '@/actions';
import { layoutFlow, useMe } from '@/api';
import { placeMissing } from '@/kinds';
import { apply, createEditor, readBackup, recover, storageOf, type Definition, type Editor } from '@/model';
import { useMessage } from '@/ui';
import { useWords } from './words';

export interface Start {
  flow: string;
  definition: Definition;
  revision: number;
  readOnly: boolean;
}

export interface Bench {
  desk: Desk;
  isHelpOpen: boolean;
  closeHelp: () => void;
}

/** The open document and what is at hand for it, made once for as long as the page is shown. */
export function useWorkbench(start: Start): Bench {
  const message = useMessage();
  const say = useWords();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const me = useMe()?.id ?? '';
  const [{ editor, isResumed }] = useState(() => openEditor(start, me));
  const [desk] = useState(() =>
    createDesk(editor, {
      layout: layoutFlow,
      showHelp: () => setHelpOpen(true),
      tell: (words) => void message.warning(words),
    }),
  );
  const resumed = isResumed ? say('resumed') : '';
  useEffect(() => {
    if (resumed) void message.success(resumed);
    // Said once, when the page opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return { desk, isHelpOpen, closeHelp: () => setHelpOpen(false) };
}

/** What was not saved last time is brought back; if somebody saved meanwhile, it is a conflict to be settled. */
function openEditor(
  { flow, definition, revision, readOnly }: Start,
  me: string,
): { editor: Editor; isResumed: boolean } {
  if (readOnly)
    return { editor: createEditor({ doc: placed(definition), revision, readOnly }), isResumed: false };
  const found = recover(readBackup(storageOf(window.localStorage, me), flow), { revision, definition });
  switch (found.is) {
    case 'nothing':
      return { editor: createEditor({ doc: placed(definition), revision }), isResumed: false };
    case 'resume': {
      const editor = createEditor({ doc: found.definition, revision });
      editor.save({ type: 'loaded', revision, changed: true });
      return { editor, isResumed: true };
    }
    case 'conflict': {
      const editor = createEditor({ doc: found.mine, revision });
      editor.save({ type: 'moved_on' });
      return { editor, isResumed: false };
    }
  }
}

function placed(definition: Definition): Definition {
  const edit = placeMissing(definition);
  return edit ? apply(definition, edit).doc : definition;
}
