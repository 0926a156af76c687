import { Handle, Position } from '@xyflow/react';
import { useEditor } from '@/actions';
import { mayConnect, type FlowNode, type Kind } from '@/model';
import { useWords } from '../words';
import { useDrawn } from './connecting';

interface NodeHandlesProps {
  node: FlowNode;
  /** The pointer is on the symbol. */
  near: boolean;
  /** The points to draw from are. */
  shown: boolean;
}

/**
 * Where arrows can be drawn from and to. The whole symbol takes an arrow, but only while one is being drawn, and the
 * points to draw from are there only while the pointer is near: React Flow's handles listen to every change, and a large
 * chart has thousands.
 */
export function NodeHandles({ node: { id, kind }, near, shown }: NodeHandlesProps) {
  const readOnly = useEditor((state) => state.readOnly);
  const drawn = useDrawn();
  const takes = useEditor(
    (state) => near && !!drawn?.from && mayConnect(state.doc, drawn.from, id, drawn.moving).ok,
  );
  const say = useWords();
  if (readOnly) return null;
  return (
    <>
      {drawn?.from && kind !== 'start' && (
        <Handle
          type="target"
          id="in"
          position={Position.Top}
          className={takes ? 'fc-target fc-target-takes' : 'fc-target'}
          isConnectableStart={false}
        />
      )}
      {shown &&
        SIDES[kind].map(([id, position]) => (
          <Handle
            key={id}
            type="source"
            id={id}
            position={position}
            className="fc-source"
            isConnectableEnd={false}
            role="button"
            aria-label={say('drawArrow')}
          />
        ))}
    </>
  );
}

const left = ['l', Position.Left] as const;
const right = ['r', Position.Right] as const;
const bottom = ['b', Position.Bottom] as const;
const barBottom = ['b5', Position.Bottom] as const;

const SIDES: { readonly [kind in Kind]: readonly (readonly [string, Position])[] } = {
  start: [bottom],
  step: [left, right, bottom],
  decision: [left, right, bottom],
  fork: [barBottom],
  join: [barBottom],
  end: [],
};
