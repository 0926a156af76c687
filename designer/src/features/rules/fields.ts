/** The fields a condition can be about, and how each kind of field can be compared. */
import type { FieldLike, Place, TypeLike } from '@/model';
import { placesOf } from '@/model';

export type Editor = 'number' | 'text' | 'date' | 'datetime' | 'choice' | 'boolean' | 'person' | 'none';

export function editorOf(field: FieldLike): Editor {
  switch (field.type) {
    case 'number':
    case 'money':
      return 'number';
    case 'date':
      return 'date';
    case 'datetime':
      return 'datetime';
    case 'choice':
    case 'multi_choice':
      return 'choice';
    case 'boolean':
      return 'boolean';
    case 'person':
      return 'person';
    case 'text':
    case 'long_text':
      return 'text';
    default:
      return 'none';
  }
}

const EMPTINESS = ['null', 'notNull'];

/** The comparisons a field knows, the usual one first. */
export function operatorsOf(field: FieldLike): readonly string[] {
  switch (editorOf(field)) {
    case 'number':
      return ['>', '>=', '<', '<=', '=', '!=', ...EMPTINESS];
    case 'date':
    case 'datetime':
      return ['>', '>=', '<', '<=', '=', '!=', ...EMPTINESS];
    case 'choice':
      return field.type === 'multi_choice' ? ['has', 'hasNot'] : ['=', '!=', 'in', 'notIn', ...EMPTINESS];
    case 'boolean':
      return ['='];
    case 'person':
      return ['=', '!=', 'in', 'notIn', ...EMPTINESS];
    case 'text':
      return ['=', '!=', 'contains', 'doesNotContain', 'beginsWith', 'endsWith', ...EMPTINESS];
    case 'none':
      return EMPTINESS;
  }
}

/** Files and detail rows are for the text mode. */
const isComparable = ({ field }: Place): boolean => field.type !== 'file' && field.type !== 'rows';

export function comparablePlaces(
  type: TypeLike | undefined,
  types: readonly TypeLike[],
  old: boolean,
): Place[] {
  const now = placesOf(type, types);
  const before = old ? placesOf(type, [], 'old') : [];
  return [...now, ...before].filter(isComparable);
}

/** Fields that can stand on the other side of a comparison with place. */
export function counterparts(place: Place | undefined, places: readonly Place[]): Place[] {
  if (!place) return [];
  const editor = editorOf(place.field);
  if (editor === 'choice' || editor === 'none') return [];
  return places.filter((other) => other.path !== place.path && editorOf(other.field) === editor);
}

/** The value a line begins with. */
export function firstValue(field: FieldLike | undefined): unknown {
  if (field && editorOf(field) === 'boolean') return true;
  return '';
}

/** The field a line begins with: limits are mostly about amounts. */
export function firstPlace(places: readonly Place[]): string {
  return (places.find(({ field }) => editorOf(field) === 'number') ?? places[0])?.path ?? '';
}
