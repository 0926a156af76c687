import { always, oneNode, someSelected, writable, type Action } from './action';

export const remove: Action = {
  id: 'remove',
  name: { 'zh-CN': '删除', en: 'Delete' },
  group: 'edit',
  keys: ['Delete', 'Backspace'],
  when: (state) => writable(state) && someSelected(state),
  run({ editor }) {
    const { nodes, edges } = editor.state().selection;
    editor.edit({ type: 'removeElements', nodes: [...nodes], edges: [...edges] });
  },
};

export const selectAll: Action = {
  id: 'selectAll',
  name: { 'zh-CN': '全选', en: 'Select all' },
  group: 'edit',
  keys: ['Mod+A'],
  when: always,
  run({ editor }) {
    const { doc } = editor.state();
    editor.select({ nodes: doc.nodes.map((node) => node.id), edges: doc.edges.map((edge) => edge.id) });
  },
};

export const selectNothing: Action = {
  id: 'selectNothing',
  name: { 'zh-CN': '取消选择', en: 'Select nothing' },
  group: 'edit',
  keys: ['Escape'],
  when: someSelected,
  run: ({ editor }) => editor.select({}),
};

export const editName: Action = {
  id: 'editName',
  name: { 'zh-CN': '改名称', en: 'Edit the name' },
  group: 'draw',
  keys: ['Enter', 'F2'],
  when: (state) => writable(state) && state.selection.nodes.length + state.selection.edges.length === 1,
  run({ editor }) {
    const { nodes, edges } = editor.state().selection;
    if (nodes[0] !== undefined) editor.name({ of: 'node', id: nodes[0] });
    else if (edges[0] !== undefined) editor.name({ of: 'edge', id: edges[0] });
  },
};

export const growNode: Action = {
  id: 'growNode',
  name: { 'zh-CN': '添加下一步', en: 'Add what comes next' },
  group: 'draw',
  keys: ['N'],
  when: (state) => writable(state) && oneNode(state) !== undefined,
  run(desk) {
    const id = oneNode(desk.editor.state());
    if (id !== undefined) desk.view()?.grow(id);
  },
};
