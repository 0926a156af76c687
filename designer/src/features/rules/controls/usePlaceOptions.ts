import { useMemo } from 'react';
import { useText } from '@/i18n';
import type { Place } from '@/model';
import { useRuleFacts } from '../RuleFacts';
import { useWords } from '../words';

export interface PlaceGroup {
  label: string;
  options: { value: string; label: string }[];
}

/** Fields as a menu: the record's own first, then those of each record it links to, by their names. */
export function usePlaceOptions(places: readonly Place[]): PlaceGroup[] {
  const { type } = useRuleFacts();
  const say = useWords();
  const text = useText();
  return useMemo(() => {
    const groups = new Map<string, PlaceGroup>();
    for (const place of places) {
      const isOld = place.path.startsWith('old.');
      const label = isOld
        ? say('before')
        : place.via
          ? text(place.via.name)
          : say('own', { record: text(type?.name).toLowerCase() });
      const group = groups.get(label) ?? { label, options: [] };
      groups.set(label, group);
      const name = text(place.field.name);
      const from = place.via ? text(place.via.name) : isOld ? say('before') : '';
      group.options.push({ value: place.path, label: from ? say('of', { link: from, field: name }) : name });
    }
    return [...groups.values()];
  }, [places, say, text, type]);
}
