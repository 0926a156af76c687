import { Select } from 'antd';
import type { FieldSelectorProps } from 'react-querybuilder';
import { useRuleFacts } from '../RuleFacts';
import { useWords } from '../words';
import { usePlaceOptions } from './usePlaceOptions';

/** Which field a condition is about. */
export function FieldSelect({ value, disabled, ...props }: FieldSelectorProps) {
  const { places } = useRuleFacts();
  const options = usePlaceOptions(places);
  const say = useWords();
  return (
    <Select
      className="fr-field"
      aria-label={say('field')}
      value={value}
      options={options}
      disabled={disabled === true}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={240}
      onChange={(next: string) => props.handleOnChange(next)}
    />
  );
}
