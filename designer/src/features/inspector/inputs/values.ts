import type { Row, Value } from '@/api';

/** A fixed value of the document as a field's input takes it; what no field could hold is shown as empty. */
export function asValue(value: unknown): Value {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (!Array.isArray(value)) return undefined;
  const items: unknown[] = value;
  if (items.every((item) => typeof item === 'string')) return items;
  return items.flatMap((item): Row[] => (typeof item === 'object' && item !== null ? [asRow(item)] : []));
}

function asRow(item: object): Row {
  return Object.fromEntries(
    Object.entries(item).map(([column, part]: [string, unknown]) => [column, asValue(part)]),
  );
}
