import type { Field, FieldView, Row, Value, Values } from '@/api';
import { settledOf } from '@/files/unsettled';

/** Whether a field holds nothing. */
export const isEmpty = (value: Value): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Whether two values are the same, as far as saving is concerned: all kinds of nothing are. */
export function isSame(a: Value, b: Value): boolean {
  if (isEmpty(a) || isEmpty(b)) return isEmpty(a) && isEmpty(b);
  return JSON.stringify(a) === JSON.stringify(b);
}

const changeable = (access: FieldView['access'] | undefined): boolean =>
  access === 'edit' || access === 'required';

/** The fields that may be changed, of detail rows at least a column. */
export const editable = (fields: readonly FieldView[]): FieldView[] =>
  fields.filter(
    (field) => changeable(field.access) || Object.values(field.columnAccess ?? {}).some(changeable),
  );

/** What was changed: only fields that may be, only values that differ. Nothing is sent as null. */
export function changes(fields: readonly FieldView[], before: Values, after: Values): Values {
  const set: Values = {};
  for (const field of editable(fields)) {
    const value = settled(field, after[field.key]);
    if (field.type === 'rows') {
      const rows = placed(value);
      if (!isSame(placed(before[field.key]), rows)) set[field.key] = sentRows(field, rows);
    } else if (!isSame(before[field.key], value)) set[field.key] = isEmpty(value) ? null : value;
  }
  return set;
}

/** All files that a field holds, those of its detail rows too. */
export const filesOf = (field: Field, value: Value): string[] =>
  field.type === 'file'
    ? textsOf(value)
    : rowsOf(value).flatMap((row) =>
        (field.columns ?? []).flatMap((column) => filesOf(column, row[column.key])),
      );

/** A value without the marks of files that are on their way. */
function settled(field: Field, value: Value): Value {
  if (field.type === 'file' && Array.isArray(value)) return settledOf(textsOf(value));
  const holding = (field.columns ?? []).filter((column) => column.type === 'file');
  if (holding.length === 0) return value;
  return rowsOf(value).map((row) => ({
    ...row,
    ...Object.fromEntries(
      holding.filter(({ key }) => key in row).map(({ key }) => [key, settledOf(textsOf(row[key]))]),
    ),
  }));
}

/** The rows of a detail; anything else is none. */
export const rowsOf = (value: Value): Row[] =>
  Array.isArray(value) ? value.filter((row): row is Row => typeof row === 'object') : [];

/** What says in a row that is being edited which of the rows shown it is: its place, or null for a new one. */
const place = '$row';

/** The rows of a form, each with its place. */
export const placed = (value: Value): Row[] => rowsOf(value).map((row, at) => ({ [place]: at, ...row }));

/** A new row of a form. */
export const newRow: Row = { [place]: null };

/** A field as a form holds it, or one outside a form, where nothing is said of rights. */
export type FormField = Field & Partial<Pick<FieldView, 'access' | 'columnAccess'>>;

/** Whether rows may be added and removed. */
export const rowsOpen = (field: FormField): boolean => field.access === undefined || changeable(field.access);

/** Whether a column of detail rows may be changed. */
export const columnOpen = (field: FormField, column: string): boolean =>
  field.columnAccess ? changeable(field.columnAccess[column]) : rowsOpen(field);

/** Rows as they are sent: what may be changed of each, and which it was. The server keeps the rest. */
function sentRows(field: FieldView, rows: Row[]): Row[] | null {
  if (rows.length === 0) return null;
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([key]) => key === place || columnOpen(field, key))),
  );
}

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

/** Fields under their headings, in the order in which they stand. */
export function inSections<F extends FieldView>(fields: readonly F[]): { key: string; fields: F[] }[] {
  const sections: { key: string; fields: F[] }[] = [];
  for (const field of fields) {
    if (field.access === 'hidden') continue;
    const key = JSON.stringify(field.section ?? {});
    const last = sections.find((section) => section.key === key);
    if (last) last.fields.push(field);
    else sections.push({ key, fields: [field] });
  }
  return sections;
}
