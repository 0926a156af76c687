import type { FieldView, Row, TaskDraft, TaskView, Value, Values } from '@/api';
import { changes, editable, rowsOf } from '@/fields';

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

/** Rows as they stood in the form: what was kept of each, over the row that it was. */
function rowsAgain(kept: Value, before: Value): Row[] {
  const rows = rowsOf(before);
  return rowsOf(kept).map((row) => {
    const place = row['$row'];
    return { ...(typeof place === 'number' ? rows[place] : {}), ...row };
  });
}

/** The values with which a form goes on from a draft. */
export function goOn(fields: readonly FieldView[], before: Values, draft: TaskDraft): Values {
  const values: Values = {};
  for (const field of editable(fields)) {
    if (!(field.key in draft.set)) continue;
    const kept = draft.set[field.key];
    values[field.key] = field.type === 'rows' ? rowsAgain(kept, before[field.key]) : kept;
  }
  return values;
}

/** What is kept of a task as it was read. */
export function keptBefore(task: TaskView): Kept & { revision: number; at?: string } {
  const { draft, recordView } = task;
  if (!draft) return { set: {}, comment: '', files: [], revision: 0 };
  const { fields, values } = recordView;
  const form = { ...values, ...goOn(fields, values, draft) };
  return {
    ...keptOf(fields, values, form, {
      comment: draft.comment ?? '',
      files: (draft.files ?? []).map(({ id }) => id),
    }),
    revision: draft.revision,
    at: draft.savedAt,
  };
}
