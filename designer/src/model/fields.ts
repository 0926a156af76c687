/** The fields a flow can speak of: the record's own, and those of the records it links to, one level deep. */
import type { Text } from './text';

export interface FieldLike {
  key: string;
  name: Text;
  type: string;
  options?: readonly { key: string; name: Text }[];
  target?: string;
  unit?: Text;
  required?: boolean;
}

export interface TypeLike {
  key: string;
  name: Text;
  fields: readonly FieldLike[];
}

/** One field as a rule names it. */
export interface Place {
  /** Such as record.amount or record.customer.credit_score. */
  path: string;
  field: FieldLike;
  /** The link field it is reached by. */
  via?: FieldLike;
}

export function placesOf(type: TypeLike | undefined, types: readonly TypeLike[], root = 'record'): Place[] {
  if (!type) return [];
  const own = type.fields.map((field) => ({ path: `${root}.${field.key}`, field }));
  const linked = type.fields.flatMap((via) => {
    const target = via.type === 'link' ? types.find((candidate) => candidate.key === via.target) : undefined;
    return (target?.fields ?? [])
      .filter((field) => field.type !== 'link')
      .map((field) => ({ path: `${root}.${via.key}.${field.key}`, field, via }));
  });
  return [...own, ...linked];
}
