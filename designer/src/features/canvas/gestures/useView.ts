import { useReactFlow } from '@xyflow/react';
import { useEffect, type RefObject } from 'react';
import { useDesk, type View } from '@/actions';
import { boxOf } from '@/kinds';
import { around, centre, edgeOf, nodeOf } from '@/model';
import { wantsStill } from '@/ui';

const SLOW = 220;

/** How long a move of the view takes. */
const glide = () => ({ duration: wantsStill() ? 0 : SLOW });

/** What stays free around the chart when it is fitted into the window: the tools stand at its foot. */
export const ROOM = { top: '64px', left: '36px', right: '36px', bottom: '104px' } as const;

/** Tells the desk what this canvas can do with its window. */
export function useView(frame: RefObject<HTMLDivElement | null>, onGrow: (id: string) => void): void {
  const desk = useDesk();
  const flow = useReactFlow();
  useEffect(() => {
    const view: View = {
      fit: () => void flow.fitView({ padding: ROOM, maxZoom: 1.1, ...glide() }),
      zoomIn: () => void flow.zoomIn(glide()),
      zoomOut: () => void flow.zoomOut(glide()),
      zoomToActual: () => void flow.zoomTo(1, glide()),
      grow: onGrow,
      show(id) {
        const { doc } = desk.editor.state();
        const edge = edgeOf(doc, id);
        const ends = edge ? [edge.from, edge.to] : [id];
        const box = around(
          ends.flatMap((end) => {
            const node = nodeOf(doc, end);
            return node ? [boxOf(node)] : [];
          }),
        );
        if (!box) return;
        const middle = centre(box);
        void flow.setCenter(middle.x, middle.y, { zoom: Math.max(flow.getZoom(), 0.9), ...glide() });
      },
      reveal(id) {
        const node = nodeOf(desk.editor.state().doc, id);
        const window_ = frame.current?.getBoundingClientRect();
        if (!node || !window_) return;
        const { x, y, zoom } = flow.getViewport();
        const box = boxOf(node);
        const dx = outside(box.x * zoom + x, (box.x + box.width) * zoom + x, window_.width, EDGES.x);
        const dy = outside(box.y * zoom + y, (box.y + box.height) * zoom + y, window_.height, EDGES.y);
        if (dx !== 0 || dy !== 0) void flow.setViewport({ x: x + dx, y: y + dy, zoom }, glide());
      },
      middle() {
        const box = frame.current?.getBoundingClientRect();
        if (!box) return { x: 0, y: 0 };
        return flow.screenToFlowPosition({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
      },
    };
    return desk.attach(view);
  }, [desk, flow, frame, onGrow]);
}

/** What should stay free at the edges of the window: below a new node comes its "+", and the zoom bar. */
const EDGES = { x: { before: 40, after: 40 }, y: { before: 60, after: 120 } };

/** How far to move so that a stretch from a to b lies within a window of this length. */
function outside(a: number, b: number, length: number, free: { before: number; after: number }): number {
  if (a < free.before) return free.before - a;
  if (b > length - free.after) return length - free.after - b;
  return 0;
}
