import { writable, type Action } from './action';

export const undo: Action = {
  id: 'undo',
  name: { 'zh-CN': '撤销', en: 'Undo' },
  group: 'edit',
  keys: ['Mod+Z'],
  when: (state) => writable(state) && state.history.past.length > 0,
  run: ({ editor }) => editor.undo(),
};

export const redo: Action = {
  id: 'redo',
  name: { 'zh-CN': '重做', en: 'Redo' },
  group: 'edit',
  keys: ['Mod+Shift+Z', 'Mod+Y'],
  when: (state) => writable(state) && state.history.future.length > 0,
  run: ({ editor }) => editor.redo(),
};
