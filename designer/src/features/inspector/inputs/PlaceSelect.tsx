import { Select } from 'antd';
import { useMemo } from 'react';
import { useText } from '@/i18n';
import { placesOf, type TypeLike } from '@/model';
import { useInspectorFacts } from '../facts';
import { useWords } from '../words';

interface PlaceSelectProps {
  label: string;
  value: string | undefined;
  onChange: (path: string) => void;
  /** The record whose fields are offered, with those of the records it links to. */
  type: TypeLike | undefined;
  /** Offers the record itself too, as a link to it. */
  withSelf?: boolean;
  /** Fields of the one of several things that this is for. */
  item?: TypeLike['fields'] | undefined;
}

/** Chooses where a value is read from; a path that is not a plain field is shown as it is written. */
export function PlaceSelect({ label, value, onChange, type, withSelf = false, item }: PlaceSelectProps) {
  const { types, readOnly } = useInspectorFacts();
  const say = useWords();
  const text = useText();
  const options = useMemo(() => {
    const places = placesOf(type, types).map((place) => ({
      value: place.path,
      label: place.via ? `${text(place.via.name)} › ${text(place.field.name)}` : text(place.field.name),
    }));
    const own = (item ?? []).map((field) => ({
      value: `item.${field.key}`,
      label: say('ofItem', { field: text(field.name) }),
    }));
    const self = withSelf ? [{ value: 'record.id', label: text(type?.name) }] : [];
    return [...own, ...self, ...places];
  }, [type, types, text, say, withSelf, item]);
  return (
    <Select
      className="fi-grow"
      aria-label={label}
      disabled={readOnly}
      value={value || undefined}
      options={options}
      placeholder={say('chooseField')}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      onChange={(path: string) => onChange(path)}
    />
  );
}
