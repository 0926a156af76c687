import { unreachable } from '@/model';
import type { ViewNode } from './toReactFlow';

/** Colours of the overview map: enough to find one's way by. */
export function minimapColor({ data: { node } }: ViewNode): string {
  switch (node.kind) {
    case 'start':
    case 'end':
      return 'var(--fl-accent)';
    case 'decision':
      return 'var(--fl-here)';
    case 'fork':
    case 'join':
      return 'var(--fl-ink)';
    case 'step':
      return 'var(--fl-line-strong)';
    default:
      return unreachable(node);
  }
}
