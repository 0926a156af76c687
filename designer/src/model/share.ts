/** Shares of a vote. They are exact fractions; a percentage with one decimal gives one. */
import type { Fraction } from './document';

/** The fraction in its lowest terms. */
export function reduced({ of, all }: Fraction): Fraction {
  const by = divisor(of, all);
  return { of: of / by, all: all / by };
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

/** Such as 66.5 → 133/200; undefined outside 0.1 … 100. */
export function shareOfPercent(percent: number): Fraction | undefined {
  const tenths = Math.round(percent * 10);
  return tenths >= 1 && tenths <= 1000 ? reduced({ of: tenths, all: 1000 }) : undefined;
}

/** The percentage that a fraction is exactly, with at most one decimal; undefined when there is none, as for 2/3. */
export function percentOf({ of, all }: Fraction): number | undefined {
  const tenths = (of * 1000) / all;
  return Number.isInteger(tenths) ? tenths / 10 : undefined;
}
