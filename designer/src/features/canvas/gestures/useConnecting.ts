import {
  useReactFlow,
  useStoreApi,
  type Connection,
  type FinalConnectionState,
  type HandleType,
  type OnConnectStartParams,
} from '@xyflow/react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useDesk } from '@/actions';
import { dropAfter, type PartId } from '@/kinds';
import { connect, edgeOf, hasRoom, mayConnect, nodeOf, put, type ConnectRefusal, type Point } from '@/model';
import type { Drawn } from '../nodes/connecting';
import type { ViewEdge } from '../toReactFlow';
import { useWords } from '../words';

/** Where an arrow was let go over empty ground: the next part may be placed there. */
export interface Loose {
  from: string;
  at: Point;
  /** Where its menu stands in the window. */
  menu: Point;
}

/** Room that the menu takes. */
const MENU = { width: 240, height: 190 };

/** Drawing arrows, leading them elsewhere, and letting one go where nothing is yet. */
export function useConnecting() {
  const desk = useDesk();
  const { screenToFlowPosition } = useReactFlow();
  const store = useStoreApi();
  const say = useWords();
  const [loose, setLoose] = useState<Loose>();
  const [drawn, setDrawn] = useState<Drawn>();
  const now = useRef<Drawn>(undefined); // React Flow asks before React has drawn again
  const refuse = useCallback((why: ConnectRefusal | 'full') => desk.tell(say(`cannot_${why}`)), [desk, say]);

  // Stable, as everything that is handed to React Flow.
  const handlers = useMemo(() => {
    function begin(next: Drawn | undefined): void {
      now.current = next;
      setDrawn(next);
    }
    function draw(from: string, to: string): void {
      const drawn = connect(desk.editor.state().doc, from, to);
      if (drawn.ok) desk.editor.edit(drawn.edit, { select: { edges: [drawn.edge.id] } });
      else refuse(drawn.why);
    }
    function move(id: string, from: string, to: string): void {
      const { doc } = desk.editor.state();
      const edge = edgeOf(doc, id);
      if (!edge || (edge.from === from && edge.to === to)) return;
      const may = mayConnect(doc, from, to, edge.id);
      if (!may.ok) {
        refuse(may.why);
        return;
      }
      const moved = put(edge, { from, to, on: may.on });
      const asks = nodeOf(doc, from)?.kind === 'decision';
      const clean = asks ? moved : put(moved, { when: undefined, default: undefined });
      desk.editor.edit({ type: 'changeEdge', edge: clean });
    }
    function letGo(from: string, point: { clientX: number; clientY: number }): void {
      const frame = store.getState().domNode?.getBoundingClientRect() ?? { x: 0, y: 0, width: 0, height: 0 };
      setLoose({
        from,
        at: screenToFlowPosition({ x: point.clientX, y: point.clientY }),
        menu: {
          x: Math.min(point.clientX - frame.x, frame.width - MENU.width),
          y: Math.min(point.clientY - frame.y, frame.height - MENU.height),
        },
      });
    }
    return {
      onConnect: ({ source, target }: Connection) => draw(source, target),
      onConnectStart(_: unknown, { nodeId }: OnConnectStartParams): void {
        if (!now.current && nodeId) begin({ from: nodeId });
      },
      onConnectEnd(event: MouseEvent | TouchEvent, state: FinalConnectionState): void {
        const moving = now.current?.moving;
        begin(undefined);
        if (state.isValid || !state.fromNode || state.fromHandle.type !== 'source') return;
        const point = 'changedTouches' in event ? event.changedTouches[0] : event;
        if (!point) return;
        const from = state.fromNode.id;
        // React Flow takes it neither to what may not have it nor to what has not been drawn anew yet.
        const to = nodeAt(point);
        if (to && moving) move(moving, from, to);
        else if (to) draw(from, to);
        else if (!moving) letGo(from, point);
      },
      onReconnect: (view: ViewEdge, { source, target }: Connection) => move(view.id, source, target),
      onReconnectStart(_: unknown, view: ViewEdge, fixed: HandleType): void {
        begin({ from: fixed === 'source' ? view.source : undefined, moving: view.id });
      },
      isValidConnection: ({ source, target }: Connection | ViewEdge) =>
        mayConnect(desk.editor.state().doc, source, target, now.current?.moving).ok,
    };
  }, [desk, refuse, screenToFlowPosition, store]);

  function place(part: PartId): void {
    setLoose(undefined);
    if (!loose) return;
    const { doc } = desk.editor.state();
    const added = dropAfter(doc, loose.from, part, loose.at);
    if (!added) {
      refuse(hasRoom(doc) ? 'one_way_out' : 'full');
      return;
    }
    desk.editor.edit(added.edit, { select: { nodes: [added.node] }, naming: { of: 'node', id: added.node } });
    desk.view()?.reveal(added.node);
  }

  return { handlers, drawn, loose, place, forget: setLoose };
}

/** The symbol at a point of the window. */
function nodeAt({ clientX, clientY }: { clientX: number; clientY: number }): string | undefined {
  const below = document.elementFromPoint(clientX, clientY)?.closest('.react-flow__node');
  return below?.getAttribute('data-id') ?? undefined;
}
