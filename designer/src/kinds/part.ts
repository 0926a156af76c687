import type { ActionType, FlowNode, Kind } from '@/model/document';
import type { Text } from '@/model/text';

/** A kind of node that can be drawn; of a step, one for each action. */
export type PartId = Exclude<Kind, 'step'> | ActionType;

export interface Size {
  width: number;
  height: number;
}

/** What can be set for a part, in the order the inspector shows it. */
export type Section =
  | 'triggers'
  | 'form'
  | 'who'
  | 'quorum'
  | 'policies'
  | 'due'
  | 'rights'
  | 'message'
  | 'changes'
  | 'subflow'
  | 'subrecord'
  | 'subafter'
  | 'match'
  | 'ways'
  | 'join'
  | 'result'
  | 'about';

export interface Part {
  id: PartId;
  kind: Kind;
  /** What it is called in the palette and in menus. */
  name: Text;
  /** One sentence that tells a newcomer when to use it. */
  hint: Text;
  /** Line drawing in a box of 16 × 16. */
  icon: string;
  /** Size on the canvas; the same as the diagram's, so that tidying up fits. */
  size: Size;
  /** Outline by ISO 5807 as SVG path data. */
  outline: (size: Size) => string;
  /** A new node of this part with settings to start from. */
  create: (id: string) => FlowNode;
  sections: readonly Section[];
}

/** What a part is called on its way from the palette to the canvas. */
export const PART_DRAG = 'application/x-flowline-part';
