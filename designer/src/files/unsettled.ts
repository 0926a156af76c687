/** What keeps files from being sent: some are on their way, or did not get there. */
export type Unsettled = 'sending' | 'failed' | undefined;

const mark = (why: Exclude<Unsettled, undefined>): string => `${why}:`;

/** The value of an input of files: their ids, and a mark, which is no id, while some are unsettled. */
export const valueOf = (ids: readonly string[], unsettled: Unsettled): string[] =>
  unsettled ? [...ids, mark(unsettled)] : [...ids];

/** Why a value cannot be sent yet. */
export const unsettledOf = (value: readonly string[]): Unsettled =>
  value.includes(mark('sending')) ? 'sending' : value.includes(mark('failed')) ? 'failed' : undefined;

/** The ids of a value. */
export const settledOf = (value: readonly string[]): string[] =>
  value.filter((one) => one !== mark('sending') && one !== mark('failed'));
