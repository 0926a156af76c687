import { describe, expect, test } from 'vitest';
import type { Kind } from '@/model';
import { wayOf, STRAIGHT } from './detour';

const at = (x: number, y: number, kind: Kind = 'step') => ({ box: { x, y, width: 200, height: 72 }, kind });

describe('an arrow', () => {
  test('goes straight down when nothing is in the way', () => {
    const from = at(0, 0);
    const to = at(0, 200);
    expect(wayOf(from, to, 'approved', [from.box, to.box])).toEqual({
      source: 'b',
      target: 't',
      offset: STRAIGHT,
    });
  });

  test('passes a symbol that stands between its ends, beside it', () => {
    const from = at(0, 0, 'decision');
    const between = at(20, 150);
    const to = at(0, 300);
    const way = wayOf(from, to, 'approved', [from.box, between.box, to.box]);
    expect(way.source).toBe(way.target);
    const trunk = way.source === 'r' ? 200 + way.offset : -way.offset;
    expect(trunk > 220 || trunk < 20).toBe(true);
  });

  test('goes round on the nearer side', () => {
    const from = at(0, 0, 'decision');
    const between = at(-80, 150);
    const to = at(0, 300);
    expect(wayOf(from, to, 'approved', [from.box, between.box, to.box])).toMatchObject({
      source: 'r',
      target: 'r',
    });
  });

  test('goes round several symbols that stand side by side', () => {
    const from = at(0, 0, 'decision');
    const row = [at(-10, 150), at(210, 150), at(-230, 150), at(-450, 150)];
    const to = at(0, 300);
    const way = wayOf(from, to, 'approved', [from.box, ...row.map((end) => end.box), to.box]);
    expect(way).toMatchObject({ source: 'r', target: 'r' });
    expect(200 + way.offset).toBeGreaterThan(410);
  });

  test('back up is left as it was', () => {
    const from = at(0, 300);
    const to = at(0, 0);
    expect(wayOf(from, to, 'approved', [from.box, to.box]).offset).toBe(STRAIGHT);
  });
});
