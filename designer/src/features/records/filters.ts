import type { Field, FieldType } from '@/api';

/** How a field is compared with a value in a list. */
export type Operator = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge' | 'contains' | 'in' | 'empty';

export interface Filter {
  field: string;
  op: Operator;
  value: string;
}

const known: readonly Operator[] = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'contains', 'in', 'empty'];

const ordered: readonly Operator[] = ['ge', 'le', 'gt', 'lt', 'eq', 'empty'];
const byType: Partial<Record<FieldType, readonly Operator[]>> = {
  text: ['contains', 'eq', 'empty'],
  long_text: ['contains', 'empty'],
  number: ordered,
  money: ordered,
  date: ordered,
  datetime: ordered,
  boolean: ['eq'],
  choice: ['eq', 'ne', 'empty'],
  link: ['eq', 'empty'],
  person: ['eq', 'empty'],
};

/** The ways in which a field can be compared; none for fields that cannot. */
export const operatorsOf = (field: Field): readonly Operator[] => byType[field.type] ?? [];

/** As the address and the server write it: field:op:value. */
export const writeFilter = ({ field, op, value }: Filter): string => `${field}:${op}:${value}`;

/** Reads field:op:value; the value may hold colons. */
export function readFilter(written: string): Filter | undefined {
  const [field, name, ...rest] = written.split(':');
  const op = known.find((one) => one === name);
  return field && op ? { field, op, value: rest.join(':') } : undefined;
}
