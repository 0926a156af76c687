import type { EntryType, TimelineEntry } from '@/api';

/** One line of the history: an entry, with the people of the entries that say the same of others. */
export interface Chapter {
  entry: TimelineEntry;
  people: string[];
}

/** Entering and leaving a symbol is seen on the chart; saying it again would bury what people did. */
const silent: ReadonlySet<EntryType> = new Set<EntryType>(['node.entered', 'node.left']);

/** Entries of which several in a row about one node are one line. */
const joined: ReadonlySet<EntryType> = new Set<EntryType>([
  'task.opened',
  'task.cancelled',
  'people.notified',
  'task.late',
  'child.called_off',
]);

const says = (a: TimelineEntry, b: TimelineEntry): boolean =>
  a.type === b.type &&
  a.node === b.node &&
  a.data?.reason === b.data?.reason &&
  a.item?.en === b.item?.en &&
  a.number === b.number;

/** The history as it is told: in order, without what only machines need, and in as few lines as it takes. */
export function story(timeline: readonly TimelineEntry[]): Chapter[] {
  const chapters: Chapter[] = [];
  for (const entry of timeline) {
    if (silent.has(entry.type)) continue;
    const last = chapters.at(-1);
    const person = entry.person ?? '';
    if (last && joined.has(entry.type) && says(last.entry, entry)) {
      if (person && !last.people.includes(person)) last.people.push(person);
      continue;
    }
    chapters.push({ entry, people: person ? [person] : [] });
  }
  return chapters;
}
