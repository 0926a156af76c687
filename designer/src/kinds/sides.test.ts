import { expect, test } from 'vitest';
import type { Outcome } from '@/model';
import { sidesOf, type ArrowEnd } from './sides';

const kinds: { readonly [kind in 'step' | 'decision' | 'fork']: kind } = {
  step: 'step',
  decision: 'decision',
  fork: 'fork',
};
const step = (x: number, y: number) => ({ box: { x, y, width: 200, height: 72 }, kind: kinds.step });
const decision = (x: number, y: number) => ({ box: { x, y, width: 180, height: 96 }, kind: kinds.decision });
const fork = (x: number, y: number) => ({ box: { x, y, width: 200, height: 16 }, kind: kinds.fork });

test.each<[string, ArrowEnd, ArrowEnd, Outcome, string, string]>([
  ['straight down', step(0, 0), step(0, 200), 'approved', 'b', 't'],
  ['to the side', step(0, 0), step(300, 10), 'approved', 'r', 'l'],
  ['down to the side goes on downwards', step(0, 0), step(300, 200), 'approved', 'b', 't'],
  ['a refusal turns off', step(0, 0), step(300, 200), 'rejected', 'r', 't'],
  ['a question turns off', decision(0, 0), step(-300, 200), 'approved', 'l', 't'],
  ['back up, around the side', step(0, 300), step(0, 0), 'approved', 'r', 'r'],
  ['from a bar straight down', fork(0, 0), step(-100, 100), 'approved', 'b0', 't'],
  ['from the middle of a bar', fork(0, 0), step(0, 100), 'approved', 'b5', 't'],
  ['onto a bar', step(100, 0), fork(0, 200), 'approved', 'b', 't10'],
])('%s', (_, from, to, outcome, source, target) => {
  expect(sidesOf(from, to, outcome)).toEqual({ source, target });
});
