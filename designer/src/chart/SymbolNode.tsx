import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { anchorsOf, describeJoin, Shape, sizeOf } from '@/kinds';
import { useLanguage, useText } from '@/i18n';
import { Signature } from './Signature';
import type { ChartNode } from './toChart';

/** One symbol of the read-only chart: its name, and who acts there or has acted. */
export const SymbolNode = memo(function SymbolNode({ data, selected }: NodeProps<ChartNode>) {
  const text = useText();
  const lang = useLanguage();
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
      {bar ? (
        <span className="fl-symbol-beside">{describeJoin(node, data.waysIn, lang)}</span>
      ) : (
        <span className="fl-symbol-words">
          <span className="fl-symbol-name">{name}</span>
          <Signature progress={progress} people={data.people} who={data.who} />
        </span>
      )}
      {anchorsOf(node).map(({ id, position, x, y }) => (
        <i
          key={id}
          className="fl-symbol-anchor source target"
          data-handleid={id}
          data-handlepos={position}
          style={{ left: x, top: y }}
        />
      ))}
    </div>
  );
});
