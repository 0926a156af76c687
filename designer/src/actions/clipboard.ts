import { clipFromText, clipToText, copy, hasRoom, paste, type Clip } from '@/model';
import { nodesSelected, writable, type Action } from './action';
import type { Desk } from './desk';

/** How far a copy stands from what it was copied from. */
const APART = 32;

/** The selected nodes as a text for the clipboard; undefined when none is selected. */
export function copiedText(desk: Desk): string | undefined {
  const { doc, selection } = desk.editor.state();
  const clip = copy(doc, selection.nodes);
  return clip && clipToText(clip);
}

/** Pastes what a text holds; false when it is no part of a flow. */
export function pasteText(desk: Desk, text: string): boolean {
  const clip = clipFromText(text);
  if (!clip) return false;
  pasteClip(desk, clip);
  return true;
}

function pasteClip(desk: Desk, clip: Clip): void {
  const { doc } = desk.editor.state();
  if (!hasRoom(doc, clip.nodes.length)) return;
  const edit = paste(doc, clip, { x: APART, y: APART });
  desk.editor.edit(edit, {
    select: { nodes: edit.nodes.map(({ item }) => item.id), edges: edit.edges.map(({ item }) => item.id) },
  });
}

export const copyAction: Action = {
  id: 'copy',
  name: { 'zh-CN': '复制', en: 'Copy' },
  group: 'edit',
  keys: ['Mod+C'],
  native: true,
  when: nodesSelected,
  run: (desk) => desk.keepClip(copiedText(desk) ?? desk.clip()),
};

export const cutAction: Action = {
  id: 'cut',
  name: { 'zh-CN': '剪切', en: 'Cut' },
  group: 'edit',
  keys: ['Mod+X'],
  native: true,
  when: (state) => writable(state) && nodesSelected(state),
  run(desk) {
    copyAction.run(desk);
    const { nodes, edges } = desk.editor.state().selection;
    desk.editor.edit({ type: 'removeElements', nodes: [...nodes], edges: [...edges] });
  },
};

export const pasteAction: Action = {
  id: 'paste',
  name: { 'zh-CN': '粘贴', en: 'Paste' },
  group: 'edit',
  keys: ['Mod+V'],
  native: true,
  when: writable,
  run: (desk) => void pasteText(desk, desk.clip()),
};

export const duplicate: Action = {
  id: 'duplicate',
  name: { 'zh-CN': '再制', en: 'Duplicate' },
  group: 'edit',
  keys: ['Mod+D'],
  when: (state) => writable(state) && nodesSelected(state),
  run: (desk) => void pasteText(desk, copiedText(desk) ?? ''),
};
