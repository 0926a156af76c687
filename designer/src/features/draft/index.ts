export { ConflictDialog } from './ConflictDialog';
export { SaveState } from './SaveState';
export { useAutosave } from './useAutosave';
