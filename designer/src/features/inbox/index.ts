import { lazy } from 'react';

// Each page is fetched when it is first opened: the list needs no form, and a task opened from a message needs no list.
export const InboxPage = lazy(async () => ({ default: (await import('./InboxPage')).InboxPage }));
export const TaskPage = lazy(async () => ({ default: (await import('./TaskPage')).TaskPage }));
