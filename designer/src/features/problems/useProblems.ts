import { useEffect } from 'react';
import { useDesk } from '@/actions';
import { checkFlow } from '@/api';
import type { Definition } from '@/model';

/** How long after a change the flow is checked. */
const PAUSE = 600;

/** Keeps the list of problems as new as the document: one check at a time, a moment after the last change. */
export function useProblems(isOn: boolean): void {
  const { editor } = useDesk();
  useEffect(() => {
    if (!isOn) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let running: AbortController | undefined;

    function check(doc: Definition): void {
      running?.abort();
      const mine = new AbortController();
      running = mine;
      checkFlow(doc, mine.signal).then(
        (problems) => {
          if (!mine.signal.aborted) editor.problems(problems);
        },
        () => undefined,
      );
    }

    const stop = editor.store.subscribe((state, before) => {
      if (state.doc === before.doc) return;
      clearTimeout(timer);
      timer = setTimeout(() => check(editor.state().doc), PAUSE);
    });
    check(editor.state().doc);
    return () => {
      stop();
      clearTimeout(timer);
      running?.abort();
    };
  }, [editor, isOn]);
}
