import type { ActionType, Kind } from '@/model/document';
import { parts } from './table';

interface ShapeProps {
  kind: Kind;
  /** Of a step: what it does, as a notice has a symbol of its own. */
  action?: ActionType | undefined;
  width: number;
  height: number;
  className?: string;
}

/** The symbol of a node by ISO 5807. Line and filling come from the class that the surroundings give. */
export function Shape({ kind, action, width, height, className }: ShapeProps) {
  const part = parts[kind === 'step' ? (action ?? 'approve') : kind];
  return (
    <svg
      className={className}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      <path d={part.outline({ width, height })} />
    </svg>
  );
}
