/**
 * Every change of the document is an Edit. apply is pure: it answers the new document and the edit that undoes it, and
 * leaves the old document as it was. An edit that names something that is not there changes nothing.
 */
import { unreachable, type Definition } from '../document';
import { addElements } from './addElements';
import { changeEdge, type ChangeEdge } from './changeEdge';
import { changeFlow, type ChangeFlow } from './changeFlow';
import { changeNode, type ChangeNode } from './changeNode';
import type { AddElements, RemoveElements } from './elements';
import { moveNodes, type MoveNodes } from './moveNodes';
import { orderEdges, type OrderEdges } from './orderEdges';
import { removeElements } from './removeElements';

export type { AddElements, ChangeEdge, ChangeFlow, ChangeNode, MoveNodes, OrderEdges, RemoveElements };

/** Several edits that are made, undone and redone as one. */
export interface Together {
  type: 'together';
  edits: Edit[];
}

export type Edit =
  AddElements | RemoveElements | MoveNodes | ChangeNode | ChangeEdge | OrderEdges | ChangeFlow | Together;

/** What follows from an edit. */
export interface Applied<E = Edit> {
  doc: Definition;
  undo: E;
}

export function apply(doc: Definition, edit: Edit): Applied {
  switch (edit.type) {
    case 'addElements':
      return addElements(doc, edit);
    case 'removeElements':
      return removeElements(doc, edit);
    case 'moveNodes':
      return moveNodes(doc, edit);
    case 'changeNode':
      return changeNode(doc, edit);
    case 'changeEdge':
      return changeEdge(doc, edit);
    case 'orderEdges':
      return orderEdges(doc, edit);
    case 'changeFlow':
      return changeFlow(doc, edit);
    case 'together':
      return together(doc, edit);
    default:
      return unreachable(edit);
  }
}

function together(doc: Definition, edit: Together): Applied {
  const undos: Edit[] = [];
  let current = doc;
  for (const part of edit.edits) {
    const applied = apply(current, part);
    undos.unshift(applied.undo);
    current = applied.doc;
  }
  return { doc: current, undo: { type: 'together', edits: undos } };
}
