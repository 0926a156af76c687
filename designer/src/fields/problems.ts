import type { FormInstance } from 'antd';
import { Problem, type FieldView, type Values } from '@/api';
import { editable } from './values';

/** Which field a place such as "set.items[2].price" or "/set/amount" belongs to. */
function fieldOf(path: string, fields: readonly FieldView[]): FieldView | undefined {
  const parts = path.split(/[./[\]]+/).filter(Boolean);
  return fields.find((field) => parts.includes(field.key));
}

/** Writes what the server found wrong beside the inputs; answers what has no input to stand beside. */
export function showProblem(
  form: FormInstance<Values>,
  fields: readonly FieldView[],
  error: unknown,
): string | undefined {
  if (!(error instanceof Problem)) return error instanceof Error ? error.message : undefined;
  const placed = error.errors.flatMap((wrong) => {
    const field = fieldOf(wrong.path, fields);
    return field && editable([field]).length > 0 ? [{ name: field.key, errors: [wrong.message] }] : [];
  });
  if (placed.length === 0) return error.message;
  form.setFields(placed);
  const first = placed[0];
  if (first) form.scrollToField(first.name, { block: 'center' });
  return placed.length < error.errors.length ? error.message : undefined;
}
