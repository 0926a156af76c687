import { Handle, Position, type NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { Shape, sizeOf } from '@/kinds';
import { useText } from '@/i18n';
import { Signature } from './Signature';
import type { ChartNode } from './toChart';

const sides = [Position.Top, Position.Right, Position.Bottom, Position.Left];

/** One symbol of the read-only chart: its name, and who acts there or has acted. */
export const SymbolNode = memo(function SymbolNode({ data, selected }: NodeProps<ChartNode>) {
  const text = useText();
  const { node, progress } = data;
  const bar = node.kind === 'fork' || node.kind === 'join';
  const name = text(node.name);
  return (
    <div
      className="fl-symbol"
      data-kind={node.kind}
      data-tone={progress?.state ?? 'idle'}
      data-state={progress?.state ?? 'idle'}
      data-selected={selected}
    >
      <Shape
        kind={node.kind}
        action={node.kind === 'step' ? node.action?.type : undefined}
        {...sizeOf(node)}
        className="fl-symbol-shape"
      />
      {bar ? null : (
        <span className="fl-symbol-words">
          <span className="fl-symbol-name">{name}</span>
          <Signature progress={progress} people={data.people} who={data.who} />
        </span>
      )}
      {sides.map((side) => (
        <span key={side}>
          <Handle
            type="source"
            position={side}
            id={side}
            isConnectable={false}
            className="fl-symbol-handle"
          />
          <Handle
            type="target"
            position={side}
            id={side}
            isConnectable={false}
            className="fl-symbol-handle"
          />
        </span>
      ))}
    </div>
  );
});
