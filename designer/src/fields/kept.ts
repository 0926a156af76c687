import type { FieldView, Row, Value, Values } from '@/api';
import { editable, rowsOf } from './values';

/** Rows as they stood in the form: what was kept of each, over the row that it was. */
function rowsAgain(kept: Value, before: Value): Row[] {
  const rows = rowsOf(before);
  return rowsOf(kept).map((row) => {
    const place = row['$row'];
    return { ...(typeof place === 'number' ? rows[place] : {}), ...row };
  });
}

/** The values with which a form goes on from what was kept of it. */
export function goOn(fields: readonly FieldView[], before: Values, set: Values): Values {
  const values: Values = {};
  for (const field of editable(fields)) {
    if (!(field.key in set)) continue;
    const kept = set[field.key];
    values[field.key] = field.type === 'rows' ? rowsAgain(kept, before[field.key]) : kept;
  }
  return values;
}
