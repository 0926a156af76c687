/** Places on the canvas: boxes, the grid, lines that boxes align to, and room for one more. */
import type { Point } from './document';

export interface Box extends Point {
  width: number;
  height: number;
}

export const GRID = 8;

export const snap = (value: number): number => Math.round(value / GRID) * GRID + 0;

export const centre = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });

/** The smallest box around all of them; undefined around none. */
export function around(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

export function overlaps(a: Box, b: Box, gap = 0): boolean {
  return (
    a.x < b.x + b.width + gap &&
    b.x < a.x + a.width + gap &&
    a.y < b.y + b.height + gap &&
    b.y < a.y + a.height + gap
  );
}

/** The place nearest to wanted, looking to the right and then further down, where box does not cover another. */
export function freePlace(wanted: Box, taken: readonly Box[], gap = 24): Point {
  for (let row = 0; row < 40; row++) {
    for (let column = 0; column < 12; column++) {
      const x = wanted.x + column * (wanted.width + gap * 2);
      const place = { ...wanted, x, y: wanted.y + row * (wanted.height + gap) };
      if (!taken.some((box) => overlaps(place, box, gap / 2))) return { x: place.x, y: place.y };
    }
  }
  return { x: wanted.x, y: wanted.y };
}

/** Lines to show while a box is dragged, and how far it has to go to meet them. */
export interface Alignment {
  dx: number;
  dy: number;
  /** x of a vertical line, y of a horizontal one. */
  vertical?: number;
  horizontal?: number;
}

/** Finds the nearest left, centre or right (top, middle or bottom) of another box within reach of the dragged one. */
export function align(moving: Box, others: readonly Box[], reach = 5): Alignment {
  const vertical = nearest(
    [moving.x + moving.width / 2, moving.x, moving.x + moving.width],
    others.flatMap((box) => [box.x + box.width / 2, box.x, box.x + box.width]),
    reach,
  );
  const horizontal = nearest(
    [moving.y + moving.height / 2, moving.y, moving.y + moving.height],
    others.flatMap((box) => [box.y + box.height / 2, box.y, box.y + box.height]),
    reach,
  );
  return {
    dx: vertical?.distance ?? 0,
    dy: horizontal?.distance ?? 0,
    ...(vertical && { vertical: vertical.line }),
    ...(horizontal && { horizontal: horizontal.line }),
  };
}

function nearest(
  mine: number[],
  lines: number[],
  reach: number,
): { line: number; distance: number } | undefined {
  let best: { line: number; distance: number } | undefined;
  for (const line of lines) {
    for (const edge of mine) {
      const distance = line - edge;
      if (Math.abs(distance) <= reach && (!best || Math.abs(distance) < Math.abs(best.distance))) {
        best = { line, distance };
      }
    }
  }
  return best;
}
