import { put, type Definition, type Patch } from '../document';

/** What belongs to the flow as a whole and may be changed in the designer. Key and record type are set at its birth. */
export type FlowSettings = Pick<Definition, 'name' | 'description' | 'start' | 'lanes' | 'settings'>;

export interface ChangeFlow {
  type: 'changeFlow';
  settings: Patch<FlowSettings>;
}

export function changeFlow(doc: Definition, edit: ChangeFlow): { doc: Definition; undo: ChangeFlow } {
  const before: Patch<FlowSettings> = {};
  if ('name' in edit.settings) before.name = doc.name;
  if ('description' in edit.settings) before.description = doc.description;
  if ('start' in edit.settings) before.start = doc.start;
  if ('lanes' in edit.settings) before.lanes = doc.lanes;
  if ('settings' in edit.settings) before.settings = doc.settings;
  return { doc: put<Definition>(doc, edit.settings), undo: { type: 'changeFlow', settings: before } };
}
