import { ViewportPortal } from '@xyflow/react';
import type { Alignment } from '@/model';

const FAR = 20_000;

/** The lines that a dragged symbol is aligned with. */
export function Guides({ alignment }: { alignment: Alignment | undefined }) {
  if (alignment?.vertical === undefined && alignment?.horizontal === undefined) return null;
  return (
    <ViewportPortal>
      {alignment.vertical !== undefined && (
        <div
          className="fc-guide"
          style={{ left: alignment.vertical, top: -FAR, width: 1, height: FAR * 2 }}
        />
      )}
      {alignment.horizontal !== undefined && (
        <div
          className="fc-guide"
          style={{ left: -FAR, top: alignment.horizontal, width: FAR * 2, height: 1 }}
        />
      )}
    </ViewportPortal>
  );
}
