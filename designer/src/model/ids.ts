import type { Definition } from './document';

/** Hands out ids that the document does not use yet: n1, n2 … for nodes, e1, e2 … for arrows, l1 … for lanes. */
export interface Ids {
  node(): string;
  edge(): string;
  lane(): string;
}

/** New ids are above every number in use, so that an undone and redone addition never meets a stranger. */
export function idsFor(doc: Definition): Ids {
  const counters = {
    n: highest(
      doc.nodes.map((node) => node.id),
      'n',
    ),
    e: highest(
      doc.edges.map((edge) => edge.id),
      'e',
    ),
    l: highest(
      (doc.lanes ?? []).map((lane) => lane.id),
      'l',
    ),
  };
  const next = (prefix: 'n' | 'e' | 'l') => `${prefix}${++counters[prefix]}`;
  return { node: () => next('n'), edge: () => next('e'), lane: () => next('l') };
}

function highest(ids: string[], prefix: string): number {
  const pattern = new RegExp(`^${prefix}(\\d{1,9})$`);
  return ids.reduce((most, id) => Math.max(most, Number(pattern.exec(id)?.[1] ?? 0)), 0);
}
