import type { FileRef } from '@/api';

/** The names of files in one line; undefined where one is not known. */
export function namesOf(ids: readonly string[], known: Record<string, FileRef> = {}): string | undefined {
  const names = ids.map((id) => known[id]?.name);
  return names.includes(undefined) ? undefined : names.join(' · ');
}
