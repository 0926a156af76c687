import { later } from '@/ui';

// Each is for a task that is not as most are when they are opened, and comes with it.
export const ClosedNote = later(async () => (await import('./ClosedNote')).ClosedNote);
export const MovedNote = later(async () => (await import('./MovedNote')).MovedNote);
export const ReturnedNote = later(async () => (await import('./ReturnedNote')).ReturnedNote);
export const DeadlineNote = later(async () => (await import('./DeadlineNote')).DeadlineNote);
export const VoidsNote = later(async () => (await import('./VoidsNote')).VoidsNote);
export const ChangeNotes = later(async () => (await import('./ChangeNotes')).ChangeNotes);
