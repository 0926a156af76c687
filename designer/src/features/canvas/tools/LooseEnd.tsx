import { ViewportPortal } from '@xyflow/react';
import type { PartId } from '@/kinds';
import type { Loose } from '../gestures/useConnecting';
import { PartMenu } from './PartMenu';

interface LooseEndProps {
  loose: Loose | undefined;
  onPick: (part: PartId) => void;
  onClose: () => void;
}

/** The menu where an arrow was let go over empty ground. */
export function LooseEnd({ loose, onPick, onClose }: LooseEndProps) {
  if (!loose) return null;
  return (
    <ViewportPortal>
      <div className="fc-loose" style={{ transform: `translate(${loose.at.x}px, ${loose.at.y}px)` }}>
        <PartMenu onPick={onPick} onClose={onClose} />
      </div>
    </ViewportPortal>
  );
}
