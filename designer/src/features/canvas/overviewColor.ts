import { unreachable, type FlowNode } from '@/model';

/** Colours of the overview: enough to find one's way by. */
export function colorOf(node: FlowNode): string {
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
