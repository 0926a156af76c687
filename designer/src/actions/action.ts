import type { EditorState, Text } from '@/model';
import type { Desk } from './desk';

/** One thing a person can do, wherever it is offered: in a menu, on a button, by a key. */
export interface Action {
  id: string;
  name: Text;
  /** Heading it stands under in the help. */
  group: 'edit' | 'draw' | 'view';
  /** Such as Mod+Shift+Z; Mod is Ctrl, on a Mac Cmd. The first is shown. */
  keys: readonly string[];
  /** Handled by the browser's own copy and paste events, so that the system's clipboard is used. */
  native?: true;
  when: (state: EditorState) => boolean;
  run: (desk: Desk) => void;
}

export const always = (): boolean => true;
export const writable = (state: EditorState): boolean => !state.readOnly;
export const someSelected = (state: EditorState): boolean =>
  state.selection.nodes.length + state.selection.edges.length > 0;
export const nodesSelected = (state: EditorState): boolean => state.selection.nodes.length > 0;
export const oneNode = (state: EditorState): string | undefined =>
  state.selection.nodes.length === 1 && state.selection.edges.length === 0
    ? state.selection.nodes[0]
    : undefined;
