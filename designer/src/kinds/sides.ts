/** At which sides of two symbols an arrow leaves and arrives, so that charts read from top to bottom. */
import type { Box, Kind, Outcome } from '@/model';
import { centre } from '@/model';

export type Side = 't' | 'r' | 'b' | 'l';

export interface Sides {
  source: string;
  target: string;
}

export interface ArrowEnd {
  box: Box;
  kind: Kind;
}

/** Less than this between two boxes and neither is above the other. */
const CLEAR = 12;

export function sidesOf(from: ArrowEnd, to: ArrowEnd, outcome: Outcome): Sides {
  const dx = centre(to.box).x - centre(from.box).x;
  const [source, target] = pick(from, to, dx, outcome);
  return { source: spot(from, source, to.box), target: spot(to, target, from.box) };
}

function pick(from: ArrowEnd, to: ArrowEnd, dx: number, outcome: Outcome): [Side, Side] {
  const towards: Side = dx >= 0 ? 'r' : 'l';
  const facing: Side = dx >= 0 ? 'l' : 'r';
  const isBelow = to.box.y >= from.box.y + from.box.height + CLEAR;
  const isAbove = to.box.y + to.box.height + CLEAR <= from.box.y;
  if (isBar(from) || isBar(to)) {
    if (isBelow)
      return isBar(from) || Math.abs(dx) < from.box.width ? ['b', 't'] : sideways(from, outcome, towards);
    return isBar(from) ? ['b', facing] : [towards, isBar(to) ? 't' : facing];
  }
  if (isBelow) return Math.abs(dx) > from.box.width / 2 + 16 ? sideways(from, outcome, towards) : ['b', 't'];
  if (isAbove) return Math.abs(dx) < Math.max(from.box.width, to.box.width) ? ['r', 'r'] : [towards, facing];
  return [towards, facing];
}

/** Questions and refusals turn off to the side; what goes on goes on downwards. */
function sideways(from: ArrowEnd, outcome: Outcome, towards: Side): [Side, Side] {
  return from.kind === 'decision' || outcome !== 'approved' ? [towards, 't'] : ['b', 't'];
}

const isBar = (end: ArrowEnd): boolean => end.kind === 'fork' || end.kind === 'join';

/** Arrows meet a bar above or below the other end, so that parallel ways run straight. */
export const BAR_SPOTS = 11;

function spot(end: ArrowEnd, side: Side, other: Box): string {
  if (!isBar(end) || side === 'l' || side === 'r') return side;
  const share = (centre(other).x - end.box.x) / end.box.width;
  return `${side}${Math.min(BAR_SPOTS - 1, Math.max(0, Math.round(share * (BAR_SPOTS - 1))))}`;
}
