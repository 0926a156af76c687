import type { PickAsked } from '@/api';

/** The people picked for steps, by node. */
export type Picks = Readonly<Record<string, readonly string[]>>;

/** Who is picked for a step: what was chosen, else who was before; nobody who cannot be picked any more. */
export const pickedFor = (step: PickAsked, picks: Picks): string[] =>
  (picks[step.node] ?? step.picked ?? []).filter((id) => step.from.some((person) => person.id === id));

/** What is picked of what is asked; steps that nobody is asked about any more are left out. */
export const pickedOf = (asked: readonly PickAsked[], picks: Picks): Record<string, string[]> =>
  Object.fromEntries(
    asked
      .map((step) => [step.node, pickedFor(step, picks)] as const)
      .filter(([, people]) => people.length > 0),
  );

/** The steps for which too few are picked. */
export const unpicked = (asked: readonly PickAsked[], picks: Picks): PickAsked[] =>
  asked.filter((step) => pickedFor(step, picks).length < step.min);
