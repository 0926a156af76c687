/** The way of an arrow that would run behind other symbols: round them, by a trunk beside everything in between. */
import type { Box, Outcome } from '@/model';
import { centre } from '@/model';
import { sidesOf, type ArrowEnd, type Sides } from './sides';

export interface Way extends Sides {
  /** How far the arrow runs straight out of a symbol before it turns. */
  offset: number;
}

/** Out of a symbol before the first bend, when nothing is in the way. */
export const STRAIGHT = 18;

/** Between a symbol and an arrow that goes round it. */
const GAP = 28;

/** An arrow this near to a symbol seems to touch it. */
const NEAR = 6;

/** The sides at which an arrow leaves and arrives, and how far out it runs so that it passes the other symbols. */
export function wayOf(from: ArrowEnd, to: ArrowEnd, outcome: Outcome, boxes: readonly Box[]): Way {
  const sides = sidesOf(from, to, outcome);
  const direct: Way = { ...sides, offset: STRAIGHT };
  if (sides.target !== 't' || sides.source.length > 1 || to.box.y < from.box.y) return direct;
  const isFree = (x1: number, y1: number, x2: number, y2: number): boolean =>
    !boxes.some((box) => box !== from.box && box !== to.box && crosses(box, x1, y1, x2, y2));
  if (isDirectFree(from.box, to.box, sides.source, isFree)) return direct;
  const ways = [trunk(from.box, to.box, boxes, 1), trunk(from.box, to.box, boxes, -1)].filter(
    ({ x, side }) => {
      const start = side === 'r' ? from.box.x + from.box.width : from.box.x;
      const end = side === 'r' ? to.box.x + to.box.width : to.box.x;
      return (
        isFree(start, centre(from.box).y, x, centre(from.box).y) &&
        isFree(end, centre(to.box).y, x, centre(to.box).y)
      );
    },
  );
  const middle = (centre(from.box).x + centre(to.box).x) / 2;
  const best = ways.sort((a, b) => Math.abs(a.x - middle) - Math.abs(b.x - middle))[0];
  return best ? { source: best.side, target: best.side, offset: best.offset } : direct;
}

type IsFree = (x1: number, y1: number, x2: number, y2: number) => boolean;

/** Whether the arrow as it would be drawn, straight or with its bends, meets no other symbol. */
function isDirectFree(from: Box, to: Box, source: string, isFree: IsFree): boolean {
  const start = centre(from);
  const end = centre(to);
  if (source !== 'b') return isFree(start.x, start.y, end.x, start.y) && isFree(end.x, start.y, end.x, to.y);
  const low = from.y + from.height;
  const bend = (low + to.y) / 2;
  return (
    isFree(start.x, low, start.x, bend) &&
    isFree(start.x, bend, end.x, bend) &&
    isFree(end.x, bend, end.x, to.y)
  );
}

/** Where an upright line passes everything between two symbols, to the right (1) or to the left (-1). */
function trunk(
  from: Box,
  to: Box,
  boxes: readonly Box[],
  direction: 1 | -1,
): { x: number; side: 'r' | 'l'; offset: number } {
  const edge = (box: Box): number => (direction === 1 ? box.x + box.width : box.x);
  const outer = direction === 1 ? Math.max(edge(from), edge(to)) : Math.min(edge(from), edge(to));
  const top = centre(from).y;
  const foot = centre(to).y;
  let x = outer + direction * GAP;
  for (let moved = true, tries = 0; moved && tries < boxes.length; tries++) {
    moved = false;
    for (const box of boxes) {
      if (box === from || box === to || !crosses(box, x, top, x, foot)) continue;
      x = edge(box) + direction * GAP;
      moved = true;
    }
  }
  return { x, side: direction === 1 ? 'r' : 'l', offset: Math.abs(x - outer) };
}

/** Whether an upright or level line meets a box, or comes near it. */
function crosses(box: Box, x1: number, y1: number, x2: number, y2: number): boolean {
  return (
    Math.max(x1, x2) > box.x - NEAR &&
    Math.min(x1, x2) < box.x + box.width + NEAR &&
    Math.max(y1, y2) > box.y - NEAR &&
    Math.min(y1, y2) < box.y + box.height + NEAR
  );
}
