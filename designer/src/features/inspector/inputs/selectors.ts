/** Selectors as keys of a menu, such as post:sales_manager, and back. */
import type { Chain, Selector } from '@/model';

export function keyOfSelector(selector: Selector): string {
  if ('submitter' in selector) return 'submitter:';
  if ('admins' in selector) return 'admins:';
  if ('chain' in selector) return keyOfChain(selector.chain);
  if ('managerOf' in selector) return `managerOf:${selector.managerOf}`;
  if ('headOf' in selector) return `headOf:${selector.headOf}`;
  if ('post' in selector) return `post:${selector.post}`;
  if ('field' in selector) return `field:${selector.field}`;
  return `person:${selector.person}`;
}

/** A chain as it is chosen has a key that leads back to it; one that was set up further is only told from others. */
function keyOfChain(chain: Chain): string {
  const plain = chain.of === 'submitter' && Object.keys(chain).length === 2;
  return plain ? `chain:${chain.along}` : `chain:${JSON.stringify(chain)}`;
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
    case 'admins':
      return { admins: true };
    case 'chain':
      return value === 'managers' || value === 'heads'
        ? { chain: { of: 'submitter', along: value } }
        : undefined;
    case 'person':
      return { person: value };
    default:
      return undefined;
  }
}
