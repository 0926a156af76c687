import { anchorsOf } from '@/kinds';
import type { FlowNode } from '@/model';

/**
 * Marks the anchors for React Flow, which looks for them on the page. Plain marks rather than its Handle, of which each
 * listens to every change: a chart of 500 symbols has thousands of anchors.
 */
export function Anchors({ node }: { node: FlowNode }) {
  return (
    <div className="fc-anchors" aria-hidden="true">
      {anchorsOf(node).map(({ id, position, x, y }) => (
        <i
          key={id}
          className="fc-anchor source target"
          data-handleid={id}
          data-handlepos={position}
          style={{ marginLeft: x, marginTop: y }}
        />
      ))}
    </div>
  );
}
