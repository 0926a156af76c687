import type { FieldView, TaskView, Values } from '@/api';
import { changes, goOn } from '@/fields';

/** What is worth keeping of a form: what was changed, the comment, and what is attached to it. */
export interface Kept {
  set: Values;
  comment: string;
  files: string[];
}

/** What is filled in now. */
export const keptOf = (
  fields: readonly FieldView[],
  before: Values,
  now: Values,
  { comment, files }: { comment: string; files: readonly string[] },
): Kept => ({ set: changes(fields, before, now), comment: comment.trim(), files: [...files] });

export const isNothing = (kept: Kept): boolean =>
  Object.keys(kept.set).length === 0 && !kept.comment && kept.files.length === 0;

/** What is kept of a task as it was read. */
export function keptBefore(task: TaskView): Kept & { revision: number; at?: string } {
  const { draft, recordView } = task;
  if (!draft) return { set: {}, comment: '', files: [], revision: 0 };
  const { fields, values } = recordView;
  const form = { ...values, ...goOn(fields, values, draft.set) };
  return {
    ...keptOf(fields, values, form, {
      comment: draft.comment ?? '',
      files: (draft.files ?? []).map(({ id }) => id),
    }),
    revision: draft.revision,
    at: draft.savedAt,
  };
}
