import type { Box } from '@/model/geometry';

/** A side of a symbol that a line leaves or reaches. */
export type Side = 'top' | 'right' | 'bottom' | 'left';

const middle = (box: Box): { x: number; y: number } => ({
  x: box.x + box.width / 2,
  y: box.y + box.height / 2,
});

/** The sides that a line between two symbols reads best with: downwards if it can, sideways round otherwise. */
export function sides(from: Box, to: Box): { from: Side; to: Side } {
  const a = middle(from);
  const b = middle(to);
  const below = to.y >= from.y + from.height;
  const apart = Math.abs(b.x - a.x) > (from.width + to.width) / 2;
  if (below && !apart) return { from: 'bottom', to: 'top' };
  if (below) return { from: b.x > a.x ? 'right' : 'left', to: 'top' };
  if (apart) return b.x > a.x ? { from: 'right', to: 'left' } : { from: 'left', to: 'right' };
  return { from: 'right', to: 'right' };
}
