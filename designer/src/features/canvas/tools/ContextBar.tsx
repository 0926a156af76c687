import { CopyOutlined, DeleteOutlined, EditOutlined } from '@ant-design/icons';
import { NodeToolbar, Position } from '@xyflow/react';
import { actions, useEditor } from '@/actions';
import { useWords } from '../words';
import { ActionButton } from './ActionButton';

/** What can be done with the selected symbols, above them. */
export function ContextBar() {
  const nodes = useEditor((state) => state.selection.nodes);
  const isHidden = useEditor((state) => state.readOnly || state.naming !== undefined);
  const say = useWords();
  if (isHidden || nodes.length === 0) return null;
  return (
    <NodeToolbar nodeId={[...nodes]} isVisible position={Position.Top} offset={10}>
      <div className="fc-bar" role="toolbar" aria-label={say('tools')}>
        <ActionButton action={actions.editName} icon={<EditOutlined />} />
        <ActionButton action={actions.duplicate} icon={<CopyOutlined />} />
        <ActionButton action={actions.remove} icon={<DeleteOutlined />} />
      </div>
    </NodeToolbar>
  );
}
