import { Handle, Position } from '@xyflow/react';
import { useEditor } from '@/actions';
import type { Kind } from '@/model';
import { useWords } from '../words';
import { useIsConnecting } from './connecting';

/**
 * Where arrows can be drawn from and to. The whole symbol takes an arrow, but only while one is being drawn, and the
 * points to draw from are there only while the pointer is near: React Flow's handles listen to every change, and a large
 * chart has thousands.
 */
export function NodeHandles({ kind, shown }: { kind: Kind; shown: boolean }) {
  const readOnly = useEditor((state) => state.readOnly);
  const isConnecting = useIsConnecting();
  const say = useWords();
  if (readOnly) return null;
  return (
    <>
      {isConnecting && kind !== 'start' && (
        <Handle
          type="target"
          id="in"
          position={Position.Top}
          className="fc-target"
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
