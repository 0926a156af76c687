import { PlusOutlined } from '@ant-design/icons';
import { NodeToolbar, Position } from '@xyflow/react';
import { useDesk, useEditor } from '@/actions';
import { grow, type PartId } from '@/kinds';
import { canGrow } from '@/model';
import { useWords } from '../words';
import { PartMenu } from './PartMenu';

interface GrowProps {
  /** The node whose menu is open. */
  open: string | undefined;
  onOpen: (id: string | undefined) => void;
}

/** The "+" below the selected symbol, and the menu of what may come next. */
export function Grow({ open, onOpen }: GrowProps) {
  const desk = useDesk();
  const { editor } = desk;
  const say = useWords();
  const id = useEditor(({ selection, readOnly, naming, doc }) => {
    const only = selection.nodes.length === 1 ? selection.nodes[0] : undefined;
    return !readOnly && !naming && only !== undefined && canGrow(doc, only) ? only : undefined;
  });
  if (id === undefined) return null;

  function add(part: PartId): void {
    onOpen(undefined);
    const added = id === undefined ? undefined : grow(editor.state().doc, id, part);
    if (!added) return;
    editor.edit(added.edit, { select: { nodes: [added.node] }, naming: { of: 'node', id: added.node } });
    desk.view()?.reveal(added.node);
  }

  return (
    <NodeToolbar nodeId={id} isVisible position={Position.Bottom} offset={8}>
      {open === id ? (
        <PartMenu onPick={add} onClose={() => onOpen(undefined)} />
      ) : (
        <button
          type="button"
          className="fc-plus nodrag nopan"
          aria-label={say('next')}
          title={`${say('next')}  N`}
          onClick={() => onOpen(id)}
        >
          <PlusOutlined />
        </button>
      )}
    </NodeToolbar>
  );
}
