import { DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons';
import { EdgeLabelRenderer, useReactFlow } from '@xyflow/react';
import { useState } from 'react';
import { actions, useDesk, useEditor } from '@/actions';
import { boxOf, insertInto, type PartId } from '@/kinds';
import { centre, edgeOf, nodeOf, type Definition, type Point } from '@/model';
import { useWords } from '../words';
import { ActionButton } from './ActionButton';
import { PartMenu } from './PartMenu';

/** What can be done with the selected arrow, at its middle: put a step into it, name it, delete it. */
export function ArrowBar() {
  const desk = useDesk();
  const { editor } = desk;
  const say = useWords();
  const [open, setOpen] = useState<string>();
  const { getZoom } = useReactFlow();
  const doc = useEditor((state) => state.doc);
  const id = useEditor(({ selection, readOnly, naming }) =>
    !readOnly && !naming && selection.nodes.length === 0 && selection.edges.length === 1
      ? selection.edges[0]
      : undefined,
  );
  const at = id === undefined ? undefined : middleOf(doc, id);
  if (id === undefined || !at) return null;

  function insert(part: PartId): void {
    setOpen(undefined);
    const added = id === undefined ? undefined : insertInto(editor.state().doc, id, part);
    if (!added) return;
    editor.edit(added.edit, { select: { nodes: [added.node] }, naming: { of: 'node', id: added.node } });
    desk.view()?.reveal(added.node);
  }

  return (
    <EdgeLabelRenderer>
      <div
        className="fc-label-place fc-arrow-bar nopan"
        style={{ transform: `translate(-50%, -50%) translate(${at.x}px, ${at.y}px) scale(${1 / getZoom()})` }}
      >
        {open === id ? (
          <PartMenu without={['end']} onPick={insert} onClose={() => setOpen(undefined)} />
        ) : (
          <div className="fc-bar" role="toolbar" aria-label={say('tools')}>
            <button
              type="button"
              className="fc-tool"
              aria-label={say('insert')}
              title={say('insert')}
              onClick={() => setOpen(id)}
            >
              <PlusOutlined />
            </button>
            <ActionButton action={actions.editName} icon={<EditOutlined />} />
            <ActionButton action={actions.remove} icon={<DeleteOutlined />} />
          </div>
        )}
      </div>
    </EdgeLabelRenderer>
  );
}

function middleOf(doc: Definition, id: string): Point | undefined {
  const edge = edgeOf(doc, id);
  const from = edge && nodeOf(doc, edge.from);
  const to = edge && nodeOf(doc, edge.to);
  if (!from || !to) return undefined;
  const a = centre(boxOf(from));
  const b = centre(boxOf(to));
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
