import { always, writable, type Action } from './action';

export const zoomIn: Action = {
  id: 'zoomIn',
  name: { 'zh-CN': '放大', en: 'Zoom in' },
  group: 'view',
  keys: ['Plus', '='],
  when: always,
  run: (desk) => desk.view()?.zoomIn(),
};

export const zoomOut: Action = {
  id: 'zoomOut',
  name: { 'zh-CN': '缩小', en: 'Zoom out' },
  group: 'view',
  keys: ['-'],
  when: always,
  run: (desk) => desk.view()?.zoomOut(),
};

export const zoomToActual: Action = {
  id: 'zoomToActual',
  name: { 'zh-CN': '实际大小', en: 'Actual size' },
  group: 'view',
  keys: ['0'],
  when: always,
  run: (desk) => desk.view()?.zoomToActual(),
};

export const fit: Action = {
  id: 'fit',
  name: { 'zh-CN': '看全图', en: 'Fit to the window' },
  group: 'view',
  keys: ['1'],
  when: always,
  run: (desk) => desk.view()?.fit(),
};

export const help: Action = {
  id: 'help',
  name: { 'zh-CN': '快捷键', en: 'Keyboard shortcuts' },
  group: 'view',
  keys: ['?'],
  when: always,
  run: (desk) => desk.showHelp(),
};

export const tidyUp: Action = {
  id: 'tidyUp',
  name: { 'zh-CN': '整理布局', en: 'Tidy up' },
  group: 'draw',
  keys: ['Mod+Shift+L'],
  when: (state) => writable(state) && state.doc.nodes.length > 1,
  run(desk) {
    const { doc } = desk.editor.state();
    desk.layout(doc).then(
      (to) => {
        desk.editor.edit({ type: 'moveNodes', to });
        desk.view()?.fit();
      },
      (error: unknown) => {
        if (error instanceof Error) desk.tell(error.message);
      },
    );
  },
};

export const saveNow: Action = {
  id: 'saveNow',
  name: { 'zh-CN': '立即保存', en: 'Save now' },
  group: 'edit',
  keys: ['Mod+S'],
  when: writable,
  run: (desk) => desk.saveNow(),
};
