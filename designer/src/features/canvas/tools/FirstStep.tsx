import { Button } from 'antd';
import { useDesk, useEditor } from '@/actions';
import { drop } from '@/kinds';
import { useWords } from '../words';

/** How far above the middle the first symbol stands: the chart grows downwards. */
const ABOVE = 240;

/** What an empty canvas says: how to begin. */
export function FirstStep() {
  const desk = useDesk();
  const { editor } = desk;
  const say = useWords();
  const isShown = useEditor((state) => state.doc.nodes.length === 0 && !state.readOnly);
  if (!isShown) return null;

  function begin(): void {
    const middle = desk.view()?.middle() ?? { x: 0, y: 0 };
    const added = drop(editor.state().doc, 'start', { x: middle.x, y: middle.y - ABOVE });
    if (!added) return;
    editor.edit(added.edit, { select: { nodes: [added.node] } });
    desk.view()?.reveal(added.node);
  }

  return (
    <div className="fc-first">
      <svg width="120" height="132" viewBox="0 0 120 132" aria-hidden="true">
        <rect x="24" y="2" width="72" height="26" rx="13" />
        <path d="M60 28v18m-4-5 4 5 4-5M26 46h68v34H26ZM60 80v16m-4-5 4 5 4-5M60 96l34 17-34 17-34-17Z" />
      </svg>
      <h2>{say('empty')}</h2>
      <p>{say('emptyHint')}</p>
      <Button type="primary" onClick={begin}>
        {say('addStart')}
      </Button>
    </div>
  );
}
