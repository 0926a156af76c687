import type { PickAsked } from '@/api';

/** The id of the input for whom a step asks. */
export const pickId = (step: PickAsked): string => `pick-${step.node}`;
