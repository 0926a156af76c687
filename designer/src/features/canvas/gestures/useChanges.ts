import type { EdgeChange, NodeChange } from '@xyflow/react';
import { useMemo, useState } from 'react';
import { useDesk, useEditor } from '@/actions';
import { boxOf } from '@/kinds';
import { align, around, nodeOf, snap, type Alignment, type Definition, type Point } from '@/model';
import { toEdges, toNodes, type Dragged, type ViewEdge, type ViewNode } from '../toReactFlow';

interface Drag {
  to: Dragged;
  alignment: Alignment | undefined;
}

const still: Drag = { to: {}, alignment: undefined };

/** The document as React Flow's nodes and arrows, and what React Flow's changes mean to the document. */
export function useChanges() {
  const { editor } = useDesk();
  const doc = useEditor((state) => state.doc);
  const selection = useEditor((state) => state.selection);
  const readOnly = useEditor((state) => state.readOnly);
  const [drag, setDrag] = useState(still);
  const nodes = useMemo(
    () => toNodes(doc, selection, drag.to, readOnly),
    [doc, selection, drag.to, readOnly],
  );
  const edges = useMemo(() => toEdges(doc, selection, drag.to), [doc, selection, drag.to]);

  function onNodesChange(changes: NodeChange<ViewNode>[]): void {
    const raw: { [node: string]: Point } = {};
    let isOver = false;
    for (const change of changes) {
      if (change.type !== 'position') continue;
      if (change.position) raw[change.id] = change.position;
      if (change.dragging === false) isOver = true;
    }
    if (Object.keys(raw).length > 0) {
      const next = settle(editor.state().doc, raw);
      if (isOver) {
        setDrag(still);
        editor.edit({ type: 'moveNodes', to: { ...next.to } });
      } else setDrag(next);
    } else if (isOver) setDrag(still);
    choose('nodes', changes);
  }

  function choose(what: 'nodes' | 'edges', changes: (NodeChange<ViewNode> | EdgeChange<ViewEdge>)[]): void {
    const { selection: now } = editor.state();
    const chosen = new Set(now[what]);
    for (const change of changes) {
      if (change.type !== 'select') continue;
      if (change.selected) chosen.add(change.id);
      else chosen.delete(change.id);
    }
    editor.select({ ...now, [what]: [...chosen] });
  }

  return {
    nodes,
    edges,
    alignment: drag.alignment,
    onNodesChange,
    onEdgesChange: (changes: EdgeChange<ViewEdge>[]) => choose('edges', changes),
  };
}

/** Puts dragged nodes where they align with another, else onto the grid. They keep their places to each other. */
function settle(doc: Definition, raw: Dragged): Drag {
  const moving = around(
    Object.entries(raw).flatMap(([id, at]) => {
      const node = nodeOf(doc, id);
      return node ? [{ ...boxOf(node), ...at }] : [];
    }),
  );
  if (!moving) return still;
  const others = doc.nodes.filter((node) => raw[node.id] === undefined).map(boxOf);
  const alignment = align(moving, others);
  const dx = alignment.vertical === undefined ? snap(moving.x) - moving.x : alignment.dx;
  const dy = alignment.horizontal === undefined ? snap(moving.y) - moving.y : alignment.dy;
  return {
    alignment,
    to: Object.fromEntries(Object.entries(raw).map(([id, at]) => [id, { x: at.x + dx, y: at.y + dy }])),
  };
}
