import { useState } from 'react';
import type { Unsettled } from './unsettled';
import { waitWords } from './waitWords';

/** What a person attaches to something that is about to be sent. */
export interface Attached {
  /** What was chosen, in its order: whatever is added is uploaded at once. */
  picked: readonly File[];
  /** Ids of what has been uploaded. */
  ids: readonly string[];
  unsettled: Unsettled;
  /** Why it cannot be sent yet, in words. */
  wait: string | undefined;
  take: (files: Iterable<File>) => void;
  report: (ids: string[], unsettled: Unsettled) => void;
  /** Forgets all of it, once it has been sent. */
  clear: () => void;
}

interface State {
  picked: readonly File[];
  ids: readonly string[];
  unsettled: Unsettled;
}

const nothing: State = { picked: [], ids: [], unsettled: undefined };

/** Keeps what is attached until it is sent. */
export function useAttached(): Attached {
  const [state, setState] = useState(nothing);
  return {
    ...state,
    wait: waitWords(state.unsettled),
    take: (files) => setState((was) => ({ ...was, picked: [...was.picked, ...files], unsettled: 'sending' })),
    report: (ids, now) =>
      setState((was) => (was.picked.length === 0 ? was : { ...was, ids, unsettled: now })),
    clear: () => setState(nothing),
  };
}
