import { useReactFlow } from '@xyflow/react';
import { useMemo, type DragEvent } from 'react';
import { useDesk } from '@/actions';
import { drop, isPartId, PART_DRAG } from '@/kinds';
import { useWords } from '../words';

/** Takes a part that is dragged in from the palette. */
export function useDropping() {
  const { editor, tell } = useDesk();
  const { screenToFlowPosition } = useReactFlow();
  const say = useWords();
  return useMemo(
    () => ({
      onDragOver(event: DragEvent): void {
        if (!event.dataTransfer.types.includes(PART_DRAG)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      },
      onDrop(event: DragEvent): void {
        const part = event.dataTransfer.getData(PART_DRAG);
        if (!isPartId(part) || editor.state().readOnly) return;
        event.preventDefault();
        const at = screenToFlowPosition({ x: event.clientX, y: event.clientY });
        const added = drop(editor.state().doc, part, at);
        if (added) editor.edit(added.edit, { select: { nodes: [added.node] } });
        else tell(say('cannot_full'));
      },
    }),
    [editor, tell, screenToFlowPosition, say],
  );
}
