/** The document, what may be done with it, and the editor that holds an open one. */
export {
  dropBackup,
  keepBackup,
  readBackup,
  recover,
  storageOf,
  type Backup,
  type Recovery,
  type Storage,
} from './backup';
export { clipFromText, clipToText, copy, paste, type Clip } from './clipboard';
export { compare, type Difference } from './compare';
export { connect, hasRoom, newEdge, type Drawn } from './compose';
export { canGrow, leavesLate, mayConnect, type ConnectRefusal, type MayConnect } from './connect';
export * from './document';
export { formatDuration, parseDuration, UNITS, type Duration, type Unit } from './duration';
export { createEditor, type EditOptions, type Editor, type EditorState, type Naming } from './editor';
export { apply, type Edit } from './edits';
export { placesOf, type FieldLike, type Place, type TypeLike } from './fields';
export { align, around, centre, freePlace, GRID, overlaps, snap, type Alignment, type Box } from './geometry';
export { asksPeople, decides, edgeOf, edgesFrom, edgesTo, nodeOf, targetsOfReturn } from './graph';
export { idsFor } from './ids';
export {
  countOf,
  marksOf,
  placesOn,
  type Marks,
  type Problem,
  type Severity,
  type TraceStep,
} from './problem';
export { isSameDocument } from './same';
export { delayOf, hasUnsaved, type Saving, type SavingEvent } from './saving';
export { nothing, type Selection } from './selection';
export { percentOf, reduced, shareOfPercent } from './share';
export { inLang, isEmptyText, LANGS, withWording, type Lang, type Text } from './text';
