import { expect, test } from 'vitest';
import { percentOf, reduced, shareOfPercent } from './share';

test('a percentage is an exact fraction', () => {
  expect(shareOfPercent(50)).toEqual({ of: 1, all: 2 });
  expect(shareOfPercent(66.7)).toEqual({ of: 667, all: 1000 });
  expect(shareOfPercent(0.1)).toEqual({ of: 1, all: 1000 });
  expect(shareOfPercent(100)).toEqual({ of: 1, all: 1 });
  expect(shareOfPercent(0)).toBeUndefined();
  expect(shareOfPercent(100.1)).toBeUndefined();
});

test('every percentage with one decimal comes back', () => {
  for (let tenths = 1; tenths <= 1000; tenths++) {
    const share = shareOfPercent(tenths / 10);
    expect(share && percentOf(share)).toBe(tenths / 10);
  }
});

test('a fraction that is no such percentage has none', () => {
  expect(percentOf({ of: 2, all: 3 })).toBeUndefined();
  expect(reduced({ of: 6, all: 9 })).toEqual({ of: 2, all: 3 });
});
