import type { Kind, Outcome } from '@/model/document';
import type { Box } from '@/model/geometry';

/** A side of a symbol that a line leaves or reaches. */
export type Side = 'top' | 'right' | 'bottom' | 'left';

const middle = (box: Box): { x: number; y: number } => ({
  x: box.x + box.width / 2,
  y: box.y + box.height / 2,
});

interface End {
  box: Box;
  kind: Kind;
}

/** Charts read downwards: what goes on leaves below; questions and refusals turn off to the side. */
export function sides(from: End, to: End, outcome: Outcome): { from: Side; to: Side } {
  const dx = middle(to.box).x - middle(from.box).x;
  const towards = dx >= 0 ? 'right' : 'left';
  const facing = dx >= 0 ? 'left' : 'right';
  const below = to.box.y >= from.box.y + from.box.height;
  const above = to.box.y + to.box.height <= from.box.y;
  const apart = Math.abs(dx) > from.box.width / 2 + 16;
  if (below && apart && (from.kind === 'decision' || outcome === 'rejected'))
    return { from: towards, to: 'top' };
  if (below) return { from: 'bottom', to: 'top' };
  if (above && !apart) return { from: 'right', to: 'right' };
  return { from: towards, to: facing };
}
