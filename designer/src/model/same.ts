import type { Definition } from './document';

/** Whether two documents say the same, however their JSON is ordered and whatever empty parts they spell out. */
export function isSameDocument(a: Definition, b: Definition): boolean {
  return a === b || canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(tidied(value));
}

function tidied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidied);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .map(([key, part]): [string, unknown] => [key, tidied(part)])
    .filter(([, part]) => !isEmpty(part))
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries);
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === false) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
