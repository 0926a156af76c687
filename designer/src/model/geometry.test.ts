import { expect, test } from 'vitest';
import { align, around, freePlace, overlaps, snap } from './index';

const box = (x: number, y: number, width = 200, height = 72) => ({ x, y, width, height });

test('the grid has steps of eight', () => {
  expect([-3, 3, 4, 11, 100].map(snap)).toEqual([0, 0, 8, 8, 104]);
});

test('a box near the middle line of another meets it', () => {
  expect(align(box(33, 200, 140, 48), [box(0, 0)])).toEqual({ dx: -3, dy: 0, vertical: 100 });
});

test('of two lines the nearer one wins', () => {
  expect(align(box(204, 0, 100), [box(0, 300), box(205, 600, 40)])).toMatchObject({ dx: 1, vertical: 205 });
});

test('out of reach nothing is aligned', () => {
  expect(align(box(50, 200), [box(0, 0)])).toEqual({ dx: 0, dy: 0 });
});

test('a new box covers no other', () => {
  const taken = [box(0, 0), box(248, 0)];
  const at = freePlace(box(0, 0), taken);
  expect(taken.some((other) => overlaps(box(at.x, at.y), other))).toBe(false);
});

test('around nothing there is no box', () => {
  expect(around([])).toBeUndefined();
  expect(around([box(0, 0), box(300, 100)])).toEqual({ x: 0, y: 0, width: 500, height: 172 });
});
