import { BaseEdge, EdgeLabelRenderer, getSmoothStepPath, Position, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { STRAIGHT } from '@/kinds';
import type { ChartEdge } from './toChart';

/** One arrow of the read-only chart; its name stands near its start, where the question is asked that it answers. */
export const ArrowEdge = memo(function ArrowEdge(props: EdgeProps<ChartEdge>) {
  const { id, data, markerEnd, style } = props;
  const [path] = getSmoothStepPath({ ...props, borderRadius: 10, offset: data?.offset ?? STRAIGHT });
  const { x, y } = labelPlace(props);
  return (
    <>
      <BaseEdge id={id} path={path} {...(style ? { style } : {})} {...(markerEnd ? { markerEnd } : {})} />
      {data?.name ? (
        <EdgeLabelRenderer>
          <span
            className="fl-chart-way"
            data-tone={data.tone}
            data-passed={data.passed > 0}
            style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
          >
            {data.name}
          </span>
        </EdgeLabelRenderer>
      ) : null}
    </>
  );
});

/** How far from its start an arrow is named, at most. */
const reach = { sideways: 34, down: 22 };

function labelPlace({ sourceX, sourceY, targetX, targetY, sourcePosition }: EdgeProps<ChartEdge>): {
  x: number;
  y: number;
} {
  const across = Math.min(reach.sideways, Math.max(16, Math.abs(targetX - sourceX) / 2));
  const down = Math.min(reach.down, Math.max(12, Math.abs(targetY - sourceY) / 2));
  switch (sourcePosition) {
    case Position.Bottom:
      return { x: sourceX, y: sourceY + down };
    case Position.Top:
      return { x: sourceX, y: sourceY - down };
    case Position.Right:
      return { x: sourceX + across, y: sourceY };
    case Position.Left:
      return { x: sourceX - across, y: sourceY };
  }
}
