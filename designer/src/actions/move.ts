import { GRID, nodeOf, type Point } from '@/model';
import { nodesSelected, writable, type Action } from './action';

function nudge(id: string, zh: string, en: string, key: string, by: Point, steps: number): Action {
  return {
    id,
    name: { 'zh-CN': zh, en },
    group: 'draw',
    keys: [key],
    when: (state) => writable(state) && nodesSelected(state),
    run({ editor }) {
      const { doc, selection } = editor.state();
      const to: { [node: string]: Point } = {};
      for (const node of selection.nodes) {
        const at = nodeOf(doc, node)?.at ?? { x: 0, y: 0 };
        to[node] = { x: at.x + by.x * steps, y: at.y + by.y * steps };
      }
      editor.edit({ type: 'moveNodes', to }, { merge: `nudge:${selection.nodes.join()}` });
    },
  };
}

/** The arrow keys move what is selected by a step of the grid, with Shift by five. */
export const nudges: readonly Action[] = [
  nudge('up', '上移', 'Move up', 'Up', { x: 0, y: -GRID }, 1),
  nudge('down', '下移', 'Move down', 'Down', { x: 0, y: GRID }, 1),
  nudge('left', '左移', 'Move left', 'Left', { x: -GRID, y: 0 }, 1),
  nudge('right', '右移', 'Move right', 'Right', { x: GRID, y: 0 }, 1),
  nudge('upMore', '上移一大步', 'Move up further', 'Shift+Up', { x: 0, y: -GRID }, 5),
  nudge('downMore', '下移一大步', 'Move down further', 'Shift+Down', { x: 0, y: GRID }, 5),
  nudge('leftMore', '左移一大步', 'Move left further', 'Shift+Left', { x: -GRID, y: 0 }, 5),
  nudge('rightMore', '右移一大步', 'Move right further', 'Shift+Right', { x: GRID, y: 0 }, 5),
];
