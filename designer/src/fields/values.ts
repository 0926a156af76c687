import type { FieldView, Row, Value, Values } from '@/api';

/** Whether a field holds nothing. */
export const isEmpty = (value: Value): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Whether two values are the same, as far as saving is concerned: all kinds of nothing are. */
export function isSame(a: Value, b: Value): boolean {
  if (isEmpty(a) || isEmpty(b)) return isEmpty(a) && isEmpty(b);
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The fields that may be changed. */
export const editable = (fields: readonly FieldView[]): FieldView[] =>
  fields.filter((field) => field.access === 'edit' || field.access === 'required');

/** What was changed: only fields that may be, only values that differ. Nothing is sent as null. */
export function changes(fields: readonly FieldView[], before: Values, after: Values): Values {
  const set: Values = {};
  for (const field of editable(fields)) {
    const value = after[field.key];
    if (isSame(before[field.key], value)) continue;
    set[field.key] = isEmpty(value) ? null : value;
  }
  return set;
}

/** The rows of a detail; anything else is none. */
export const rowsOf = (value: Value): Row[] =>
  Array.isArray(value) ? value.filter((row): row is Row => typeof row === 'object') : [];

/** The texts of a list; anything else is none. */
export const textsOf = (value: Value): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

/** Adds decimal strings exactly; what is not a number counts as nothing. */
export function sum(values: readonly Value[]): string {
  const numbers = values.map((value) =>
    (typeof value === 'string' || typeof value === 'number') && /^-?\d+(\.\d+)?$/.test(String(value))
      ? String(value)
      : '0',
  );
  const places = Math.max(0, ...numbers.map((number) => number.split('.')[1]?.length ?? 0));
  const units = numbers.map((number) => {
    const [whole = '0', rest = ''] = number.split('.');
    return BigInt(whole + rest.padEnd(places, '0'));
  });
  const total = units.reduce((a, b) => a + b, 0n);
  if (places === 0) return String(total);
  const digits = String(total < 0n ? -total : total).padStart(places + 1, '0');
  return `${total < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** Fields under their headings, in the order in which they stand. Attachments have no place to be kept yet. */
export function inSections<F extends FieldView>(fields: readonly F[]): { key: string; fields: F[] }[] {
  const sections: { key: string; fields: F[] }[] = [];
  for (const field of fields) {
    if (field.access === 'hidden' || field.type === 'file') continue;
    const key = JSON.stringify(field.section ?? {});
    const last = sections.find((section) => section.key === key);
    if (last) last.fields.push(field);
    else sections.push({ key, fields: [field] });
  }
  return sections;
}
