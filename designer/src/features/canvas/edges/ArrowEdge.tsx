import { BaseEdge, getSmoothStepPath, Position, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { useEditor } from '@/actions';
import { STRAIGHT } from '@/kinds';
import { marksOf, outcomeOf, type Point } from '@/model';
import type { ViewEdge } from '../toReactFlow';
import { ArrowLabel } from './ArrowLabel';

/** One arrow with its name. */
export const ArrowEdge = memo(function ArrowEdge(props: EdgeProps<ViewEdge>) {
  const { id, data, selected } = props;
  const mark = useEditor((state) => marksOf(state.problems).edges.get(id));
  const isOnTrace = useEditor((state) => state.trace.some((step) => step.edge === id));
  const [path] = getSmoothStepPath({
    ...straightened(props),
    borderRadius: 10,
    offset: data?.offset ?? STRAIGHT,
  });
  if (!data) return null;
  const tone = selected ? 'selected' : outcomeOf(data.edge);
  return (
    <>
      <BaseEdge
        id={id}
        path={path}
        interactionWidth={18}
        className={`fc-arrow fc-arrow-${tone} ${mark ? `fc-arrow-${mark}` : ''} ${isOnTrace ? 'fc-arrow-trace' : ''}`}
        markerEnd={`url(#fc-head-${tone})`}
      />
      <ArrowLabel edge={data.edge} at={labelPlace(props)} mark={mark} />
    </>
  );
});

/** A few pixels aside look like a mistake, so an arrow that is almost upright is drawn upright. */
function straightened(props: EdgeProps<ViewEdge>): EdgeProps<ViewEdge> {
  const isUpright = props.sourcePosition === Position.Bottom && props.targetPosition === Position.Top;
  return isUpright && Math.abs(props.sourceX - props.targetX) < 5
    ? { ...props, sourceX: props.targetX }
    : props;
}

/** Near the start, where the question is asked that the name answers. */
function labelPlace({ sourceX, sourceY, targetX, targetY, sourcePosition }: EdgeProps<ViewEdge>): Point {
  const along = (length: number) => Math.min(38, Math.max(16, Math.abs(length) / 2));
  switch (sourcePosition) {
    case Position.Bottom:
      return { x: sourceX, y: sourceY + Math.min(20, along(targetY - sourceY)) };
    case Position.Top:
      return { x: sourceX, y: sourceY - Math.min(20, along(targetY - sourceY)) };
    case Position.Right:
      return { x: sourceX + along(targetX - sourceX), y: sourceY };
    case Position.Left:
      return { x: sourceX - along(targetX - sourceX), y: sourceY };
  }
}
