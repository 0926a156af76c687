/** Due times, as people enter them (2 days) and as the document has them (ISO 8601: P2D). */
export type Unit = 'minute' | 'hour' | 'day' | 'week';

export interface Duration {
  amount: number;
  unit: Unit;
}

export const UNITS: readonly Unit[] = ['minute', 'hour', 'day', 'week'];

export function formatDuration({ amount, unit }: Duration): string {
  switch (unit) {
    case 'minute':
      return `PT${amount}M`;
    case 'hour':
      return `PT${amount}H`;
    case 'day':
      return `P${amount}D`;
    case 'week':
      return `P${amount}W`;
  }
}

/** One amount of one unit; undefined for a text that says something else, such as P1DT4H. */
export function parseDuration(text: string | undefined): Duration | undefined {
  const found = /^P(?:(\d+)([DW])|T(\d+)([HM]))$/.exec(text ?? '');
  if (!found) return undefined;
  const unit = UNIT_OF[found[2] ?? found[4] ?? ''];
  return unit && { amount: Number(found[1] ?? found[3]), unit };
}

const UNIT_OF: { [letter: string]: Unit | undefined } = { M: 'minute', H: 'hour', D: 'day', W: 'week' };
