import { useReactFlow } from '@xyflow/react';
import { useEffect, type RefObject } from 'react';
import { useDesk, type View } from '@/actions';
import { boxOf } from '@/kinds';
import { around, centre, edgeOf, nodeOf } from '@/model';

const SLOW = 220;

/** Tells the desk what this canvas can do with its window. */
export function useView(frame: RefObject<HTMLDivElement | null>, onGrow: (id: string) => void): void {
  const desk = useDesk();
  const flow = useReactFlow();
  useEffect(() => {
    const view: View = {
      fit: () => void flow.fitView({ padding: 0.12, maxZoom: 1.1, duration: SLOW }),
      zoomIn: () => void flow.zoomIn({ duration: SLOW }),
      zoomOut: () => void flow.zoomOut({ duration: SLOW }),
      zoomToActual: () => void flow.zoomTo(1, { duration: SLOW }),
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
        void flow.setCenter(middle.x, middle.y, { zoom: Math.max(flow.getZoom(), 0.9), duration: SLOW });
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
