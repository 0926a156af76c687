/** Everything a person can do while drawing, as objects with a name, keys, a condition and what they do. */
import type { Action } from './action';
import { copyAction, cutAction, duplicate, pasteAction } from './clipboard';
import { redo, undo } from './history';
import { nudges } from './move';
import { editName, growNode, remove, selectAll, selectNothing } from './selection';
import { fit, help, saveNow, tidyUp, zoomIn, zoomOut, zoomToActual } from './view';

export type { Action } from './action';
export { copiedText, pasteText } from './clipboard';
export { createDesk, type Desk, type DeskServices, type View } from './desk';
export { DeskProvider, useDesk, useEditor } from './DeskContext';
export { isMac, isPressed, showKeys } from './keys';

export const actions = {
  undo,
  redo,
  cut: cutAction,
  copy: copyAction,
  paste: pasteAction,
  duplicate,
  remove,
  selectAll,
  selectNothing,
  saveNow,
  growNode,
  editName,
  tidyUp,
  zoomIn,
  zoomOut,
  zoomToActual,
  fit,
  help,
} as const;

export const allActions: readonly Action[] = [...Object.values(actions), ...nudges];
