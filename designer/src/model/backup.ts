/**
 * What was drawn and not yet saved, kept in this browser so that a reload, a crash or a lost connection loses nothing.
 * A storage that is full or forbidden is no reason to stop drawing: the answer says whether it was kept.
 */
import type { Definition } from './document';

/** The part of localStorage that is needed. */
export interface Storage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export interface Backup {
  /** The revision that the drawing started from. */
  revision: number;
  definition: Definition;
}

/** The storage of one person among those who use this browser, so that nobody saves what another drew. */
export const storageOf = (storage: Storage, person: string): Storage => ({
  getItem: (key) => storage.getItem(`${key}@${person}`),
  setItem: (key, value) => storage.setItem(`${key}@${person}`, value),
  removeItem: (key) => storage.removeItem(`${key}@${person}`),
});

const keyOf = (flow: string) => `flowline.draft.${flow}`;

export function keepBackup(storage: Storage, flow: string, backup: Backup): boolean {
  try {
    storage.setItem(keyOf(flow), JSON.stringify(backup));
    return true;
  } catch {
    return false;
  }
}

export function readBackup(storage: Storage, flow: string): Backup | undefined {
  try {
    const value: unknown = JSON.parse(storage.getItem(keyOf(flow)) ?? 'null');
    return isBackup(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function dropBackup(storage: Storage, flow: string): void {
  try {
    storage.removeItem(keyOf(flow));
  } catch {
    // Nothing was kept, so nothing is left.
  }
}

/** What to do with a backup found when a draft is opened. */
export type Recovery =
  { is: 'nothing' } | { is: 'resume'; definition: Definition } | { is: 'conflict'; mine: Definition };

export function recover(
  backup: Backup | undefined,
  saved: { revision: number; definition: Definition },
): Recovery {
  if (!backup || JSON.stringify(backup.definition) === JSON.stringify(saved.definition))
    return { is: 'nothing' };
  if (backup.revision === saved.revision) return { is: 'resume', definition: backup.definition };
  return { is: 'conflict', mine: backup.definition };
}

function isBackup(value: unknown): value is Backup {
  if (typeof value !== 'object' || value === null || !('revision' in value) || !('definition' in value))
    return false;
  const { revision, definition } = value;
  return (
    typeof revision === 'number' &&
    typeof definition === 'object' &&
    definition !== null &&
    'nodes' in definition &&
    Array.isArray(definition.nodes) &&
    'edges' in definition &&
    Array.isArray(definition.edges)
  );
}
