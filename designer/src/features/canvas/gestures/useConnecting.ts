import { useReactFlow, useStoreApi, type Connection, type FinalConnectionState } from '@xyflow/react';
import { useCallback, useMemo, useState } from 'react';
import { useDesk } from '@/actions';
import { dropAfter, type PartId } from '@/kinds';
import { connect, edgeOf, hasRoom, mayConnect, nodeOf, put, type ConnectRefusal, type Point } from '@/model';
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
  const [isConnecting, setConnecting] = useState(false);
  const refuse = useCallback((why: ConnectRefusal | 'full') => desk.tell(say(`cannot_${why}`)), [desk, say]);

  // Stable, as everything that is handed to React Flow.
  const handlers = useMemo(
    () => ({
      onConnect({ source, target }: Connection): void {
        const drawn = connect(desk.editor.state().doc, source, target);
        if (drawn.ok) desk.editor.edit(drawn.edit, { select: { edges: [drawn.edge.id] } });
        else refuse(drawn.why);
      },
      onConnectStart: () => setConnecting(true),
      onConnectEnd(event: MouseEvent | TouchEvent, state: FinalConnectionState): void {
        setConnecting(false);
        if (state.isValid || state.toNode || !state.fromNode || state.fromHandle.type !== 'source') return;
        const point = 'changedTouches' in event ? event.changedTouches[0] : event;
        if (!point) return;
        const frame = store.getState().domNode?.getBoundingClientRect() ?? {
          x: 0,
          y: 0,
          width: 0,
          height: 0,
        };
        setLoose({
          from: state.fromNode.id,
          at: screenToFlowPosition({ x: point.clientX, y: point.clientY }),
          menu: {
            x: Math.min(point.clientX - frame.x, frame.width - MENU.width),
            y: Math.min(point.clientY - frame.y, frame.height - MENU.height),
          },
        });
      },
      onReconnect(view: ViewEdge, { source, target }: Connection): void {
        const { doc } = desk.editor.state();
        const edge = edgeOf(doc, view.id);
        if (!edge || (edge.from === source && edge.to === target)) return;
        const may = mayConnect(doc, source, target, edge.id);
        if (!may.ok) {
          refuse(may.why);
          return;
        }
        const moved = put(edge, { from: source, to: target, on: may.on });
        const asks = nodeOf(doc, source)?.kind === 'decision';
        const clean = asks ? moved : put(moved, { when: undefined, default: undefined });
        desk.editor.edit({ type: 'changeEdge', edge: clean });
      },
      onReconnectStart: () => setConnecting(true),
      onReconnectEnd: () => setConnecting(false),
      isValidConnection: ({ source, target }: Connection | ViewEdge) =>
        mayConnect(desk.editor.state().doc, source, target).ok,
    }),
    [desk, refuse, screenToFlowPosition, store],
  );

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

  return { handlers, isConnecting, loose, place, forget: setLoose };
}
