import type { EdgeChange, NodeChange } from '@xyflow/react';
import { useMemo, useState } from 'react';
import { useDesk, useEditor } from '@/actions';
import { boxOf } from '@/kinds';
import {
  align,
  around,
  nodeOf,
  snap,
  type Alignment,
  type Definition,
  type Editor,
  type Point,
} from '@/model';
import { useFacts } from '../CanvasFacts';
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
  const { lang } = useFacts();
  const [drag, setDrag] = useState(still);
  const nodes = useMemo(
    () => toNodes(doc, selection, drag.to, readOnly, lang),
    [doc, selection, drag.to, readOnly, lang],
  );
  const edges = useMemo(() => toEdges(doc, selection, drag.to), [doc, selection, drag.to]);
  // The same functions for as long as the page is open: new ones would make React Flow draw every symbol anew.
  const handlers = useMemo(
    () => ({
      onNodesChange: (changes: NodeChange<ViewNode>[]) => {
        follow(editor, changes, setDrag);
        choose(editor, 'nodes', changes);
      },
      onEdgesChange: (changes: EdgeChange<ViewEdge>[]) => choose(editor, 'edges', changes),
    }),
    [editor],
  );
  return { view: { nodes, edges, ...handlers }, alignment: drag.alignment };
}

/** A drag is shown while it lasts and becomes one edit at its end. */
function follow(editor: Editor, changes: NodeChange<ViewNode>[], setDrag: (drag: Drag) => void): void {
  const raw: { [node: string]: Point } = {};
  let isOver = false;
  for (const change of changes) {
    if (change.type !== 'position') continue;
    if (change.position) raw[change.id] = change.position;
    if (change.dragging === false) isOver = true;
  }
  const isMoved = Object.keys(raw).length > 0;
  if (isMoved && !isOver) setDrag(settle(editor.state().doc, raw));
  if (!isOver) return;
  setDrag(still);
  if (isMoved) editor.edit({ type: 'moveNodes', to: { ...settle(editor.state().doc, raw).to } });
}

function choose(
  editor: Editor,
  what: 'nodes' | 'edges',
  changes: (NodeChange<ViewNode> | EdgeChange<ViewEdge>)[],
): void {
  if (!changes.some((change) => change.type === 'select')) return;
  const { selection } = editor.state();
  const chosen = new Set(selection[what]);
  for (const change of changes) {
    if (change.type !== 'select') continue;
    if (change.selected) chosen.add(change.id);
    else chosen.delete(change.id);
  }
  editor.select({ ...selection, [what]: [...chosen] });
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
