import { useCallback, useState } from 'react';
import type { FileRef } from '@/api';
import type { Unsettled } from './unsettled';
import { waitWords } from './waitWords';

/** What a person attaches to something that is about to be sent. */
export interface Attached {
  /** What was chosen, in its order: whatever is added is uploaded at once. */
  picked: readonly File[];
  /** What was attached before, and kept. */
  kept: readonly FileRef[];
  /** Whether there is anything to show. */
  any: boolean;
  /** Ids of what has been uploaded, before and now. */
  ids: readonly string[];
  unsettled: Unsettled;
  /** Why it cannot be sent yet, in words. */
  wait: string | undefined;
  take: (files: Iterable<File>) => void;
  /** Begins again with what was kept; nothing, once all of it has been sent. */
  begin: (kept: readonly FileRef[]) => void;
  /** Takes away something of what was kept. */
  drop: (id: string) => void;
  report: (ids: string[], unsettled: Unsettled) => void;
}

interface State {
  picked: readonly File[];
  kept: readonly FileRef[];
  sent: readonly string[];
  unsettled: Unsettled;
}

const beginning = (kept: readonly FileRef[]): State => ({
  picked: [],
  kept,
  sent: [],
  unsettled: undefined,
});

/** Keeps what is attached until it is sent. */
export function useAttached(): Attached {
  const [state, setState] = useState(() => beginning([]));
  const { picked, kept, sent } = state;
  return {
    ...state,
    any: picked.length > 0 || kept.length > 0,
    ids: [...kept.map(({ id }) => id), ...sent],
    wait: waitWords(state.unsettled),
    take: (files) => setState((was) => ({ ...was, picked: [...was.picked, ...files], unsettled: 'sending' })),
    report: (ids, now) =>
      setState((was) => (was.picked.length === 0 ? was : { ...was, sent: ids, unsettled: now })),
    begin: useCallback((kept) => setState(beginning(kept)), []),
    drop: (gone) => setState((was) => ({ ...was, kept: was.kept.filter(({ id }) => id !== gone) })),
  };
}
