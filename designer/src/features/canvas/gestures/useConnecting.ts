import { useReactFlow, type Connection, type FinalConnectionState } from '@xyflow/react';
import { useState } from 'react';
import { useDesk } from '@/actions';
import { drop, type PartId } from '@/kinds';
import {
  apply,
  connect,
  edgeOf,
  mayConnect,
  newEdge,
  nodeOf,
  put,
  type ConnectRefusal,
  type Edit,
  type Point,
} from '@/model';
import type { ViewEdge } from '../toReactFlow';
import { useWords } from '../words';

/** Where an arrow was let go over empty ground: the next part may be placed there. */
export interface Loose {
  from: string;
  at: Point;
}

/** Drawing arrows, leading them elsewhere, and letting one go where nothing is yet. */
export function useConnecting() {
  const { editor, tell } = useDesk();
  const { screenToFlowPosition } = useReactFlow();
  const say = useWords();
  const [loose, setLoose] = useState<Loose>();
  const refuse = (why: ConnectRefusal | 'full') => tell(say(`cannot_${why}`));

  function onConnect({ source, target }: Connection): void {
    const drawn = connect(editor.state().doc, source, target);
    if (drawn.ok) editor.edit(drawn.edit, { select: { edges: [drawn.edge.id] } });
    else refuse(drawn.why);
  }

  function onReconnect(view: ViewEdge, { source, target }: Connection): void {
    const { doc } = editor.state();
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
    editor.edit({ type: 'changeEdge', edge: clean });
  }

  function onConnectEnd(event: MouseEvent | TouchEvent, state: FinalConnectionState): void {
    if (state.isValid || state.toNode || !state.fromNode || state.fromHandle.type !== 'source') return;
    const point = 'changedTouches' in event ? event.changedTouches[0] : event;
    if (!point) return;
    setLoose({ from: state.fromNode.id, at: screenToFlowPosition({ x: point.clientX, y: point.clientY }) });
  }

  function place(part: PartId): void {
    setLoose(undefined);
    if (!loose) return;
    const { doc } = editor.state();
    const added = drop(doc, part, { x: loose.at.x, y: loose.at.y + 24 });
    if (!added) {
      refuse('full');
      return;
    }
    const withNode = apply(doc, added.edit).doc;
    const may = mayConnect(withNode, loose.from, added.node);
    const arrow = may.ok ? newEdge(withNode, loose.from, added.node, may.on) : undefined;
    if (!may.ok) refuse(may.why);
    const edits: Edit[] = [added.edit];
    if (arrow)
      edits.push({ type: 'addElements', nodes: [], edges: [{ item: arrow, index: doc.edges.length }] });
    editor.edit(
      { type: 'together', edits },
      { select: { nodes: [added.node] }, naming: { of: 'node', id: added.node } },
    );
  }

  return { onConnect, onReconnect, onConnectEnd, loose, place, forget: () => setLoose(undefined) };
}
