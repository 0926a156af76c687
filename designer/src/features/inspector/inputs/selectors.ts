/** Selectors as keys of a menu, such as post:sales_manager, and back. */
import type { Selector } from '@/model';

export function keyOfSelector(selector: Selector): string {
  if ('submitter' in selector) return 'submitter:';
  if ('managerOf' in selector) return `managerOf:${selector.managerOf}`;
  if ('headOf' in selector) return `headOf:${selector.headOf}`;
  if ('post' in selector) return `post:${selector.post}`;
  if ('field' in selector) return `field:${selector.field}`;
  return `person:${selector.person}`;
}

export function selectorOfKey(key: string): Selector | undefined {
  const at = key.indexOf(':');
  const name = key.slice(0, at);
  const value = key.slice(at + 1);
  switch (name) {
    case 'submitter':
      return { submitter: true };
    case 'managerOf':
      return { managerOf: value };
    case 'headOf':
      return { headOf: value };
    case 'post':
      return { post: value };
    case 'field':
      return { field: value };
    case 'person':
      return { person: value };
    default:
      return undefined;
  }
}
