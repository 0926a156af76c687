import { expect, test } from 'vitest';
import { sides } from './sides';

const box = (x: number, y: number) => ({ x, y, width: 200, height: 72 });
const step = (x: number, y: number) => ({ kind: 'step' as const, box: box(x, y) });
const question = { kind: 'decision' as const, box: box(0, 0) };

test('what goes on leaves below, also to the side', () => {
  expect(sides(step(0, 0), step(0, 120), 'approved')).toEqual({ from: 'bottom', to: 'top' });
  expect(sides(step(400, 0), step(0, 120), 'approved')).toEqual({ from: 'bottom', to: 'top' });
});

test('questions and refusals turn off to the side', () => {
  expect(sides(question, step(400, 120), 'approved')).toEqual({ from: 'right', to: 'top' });
  expect(sides(step(0, 0), step(400, 300), 'rejected')).toEqual({ from: 'right', to: 'top' });
});

test('neighbours are joined straight, and a way back goes round the right side', () => {
  expect(sides(question, step(400, 0), 'approved')).toEqual({ from: 'right', to: 'left' });
  expect(sides(step(0, 300), step(0, 0), 'rejected')).toEqual({ from: 'right', to: 'right' });
});
