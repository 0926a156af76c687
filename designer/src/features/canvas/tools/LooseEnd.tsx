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
    <div className="fc-loose" style={{ left: loose.menu.x, top: loose.menu.y }}>
      <PartMenu onPick={onPick} onClose={onClose} />
    </div>
  );
}
