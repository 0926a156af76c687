import { useReactFlow } from '@xyflow/react';
import { useEffect, type RefObject } from 'react';
import { useDesk, type View } from '@/actions';
import { boxOf } from '@/kinds';
import { around, centre, edgeOf, nodeOf } from '@/model';
import { wantsStill } from '@/ui';

const SLOW = 220;

/** How long a move of the view takes. */
const glide = () => ({ duration: wantsStill() ? 0 : SLOW });

/** What stays free around the chart when it is fitted into the window: the tools and the map stand at its foot. */
export const ROOM = { top: '64px', left: '36px', right: '36px', bottom: '124px' } as const;

/** Tells the desk what this canvas can do with its window. */
export function useView(frame: RefObject<HTMLDivElement | null>, onGrow: (id: string) => void): void {
  const desk = useDesk();
  const flow = useReactFlow();
  useEffect(() => {
    /** Moves the view so far that a box of the window lies in it, with something free around. */
    function moveIn(left: number, top: number, width: number, height: number, free: Free): void {
      const window_ = frame.current?.getBoundingClientRect();
      if (!window_) return;
      const { x, y, zoom } = flow.getViewport();
      const dx = outside(left, left + width, window_.width, free.x);
      const dy = outside(top, top + height, window_.height, free.y);
      if (dx !== 0 || dy !== 0) void flow.setViewport({ x: x + dx, y: y + dy, zoom }, glide());
    }
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
        if (!node) return;
        const { x, y, zoom } = flow.getViewport();
        const box = boxOf(node);
        moveIn(box.x * zoom + x, box.y * zoom + y, box.width * zoom, box.height * zoom, AROUND_NODE);
      },
      uncover(place) {
        const window_ = frame.current?.getBoundingClientRect();
        if (!window_) return;
        moveIn(place.x - window_.x, place.y - window_.y, place.width, place.height, AROUND_MENU);
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

/** What should stay free at the edges of the window. */
type Free = Record<'x' | 'y', { before: number; after: number }>;

/** Below a new node comes its "+", and the zoom bar. */
const AROUND_NODE: Free = { x: { before: 40, after: 40 }, y: { before: 60, after: 120 } };

/** At the foot stands the zoom bar. */
const AROUND_MENU: Free = { x: { before: 12, after: 12 }, y: { before: 12, after: 64 } };

/** How far to move so that a stretch from a to b lies within a window of this length. */
function outside(a: number, b: number, length: number, free: { before: number; after: number }): number {
  if (a < free.before) return free.before - a;
  if (b > length - free.after) return length - free.after - b;
  return 0;
}
