/**
 * How a draft is saved, as states and what moves them. The feature around it keeps the timer and makes the calls.
 *
 *   saved ── edited ──▶ unsaved ── started ──▶ saving ── stored ──▶ saved (or unsaved, when edited meanwhile)
 *                          ▲                     │
 *                          └── (retry, online) ──┼── lost ──▶ offline
 *                                                ├── refused ─▶ refused   (edited ─▶ unsaved: try again)
 *                                                └── moved_on ─▶ conflict (until one side is chosen)
 */
export type Saving =
  | { is: 'saved'; revision: number }
  | { is: 'unsaved'; revision: number }
  | { is: 'saving'; revision: number; edited: boolean; tries: number }
  | { is: 'offline'; revision: number; tries: number }
  | { is: 'refused'; revision: number; message: string }
  | { is: 'conflict'; revision: number };

export type SavingEvent =
  | { type: 'edited' }
  | { type: 'started' }
  | { type: 'stored'; revision: number }
  | { type: 'lost' }
  | { type: 'refused'; message: string }
  | { type: 'moved_on' }
  | { type: 'loaded'; revision: number; changed: boolean };

export function advance(state: Saving, event: SavingEvent): Saving {
  const { revision } = state;
  switch (event.type) {
    case 'edited':
      if (state.is === 'saving') return { ...state, edited: true };
      if (state.is === 'saved' || state.is === 'refused') return { is: 'unsaved', revision };
      return state;
    case 'started':
      if (state.is === 'conflict') return state;
      return { is: 'saving', revision, edited: false, tries: state.is === 'offline' ? state.tries : 0 };
    case 'stored':
      if (state.is !== 'saving') return state;
      return { is: state.edited ? 'unsaved' : 'saved', revision: event.revision };
    case 'lost':
      if (state.is === 'conflict') return state;
      return { is: 'offline', revision, tries: state.is === 'saving' ? state.tries + 1 : 1 };
    case 'refused':
      if (state.is !== 'saving') return state;
      return state.edited ? { is: 'unsaved', revision } : { is: 'refused', revision, message: event.message };
    case 'moved_on':
      return { is: 'conflict', revision };
    case 'loaded':
      return { is: event.changed ? 'unsaved' : 'saved', revision: event.revision };
  }
}

/** Whether closing the window now would leave something that only this browser has. */
export function hasUnsaved(state: Saving): boolean {
  return state.is !== 'saved';
}

/** How long to wait before the next attempt to save, in milliseconds; undefined: do not save by itself. */
export function delayOf(state: Saving): number | undefined {
  switch (state.is) {
    case 'unsaved':
      return 700;
    case 'offline':
      return Math.min(1000 * 2 ** state.tries, 30_000);
    case 'saved':
    case 'saving':
    case 'refused':
    case 'conflict':
      return undefined;
  }
}
