import { Select } from 'antd';
import { useWords } from './words';

interface ChoiceInputProps {
  id?: string;
  'aria-label'?: string;
  options: { value: string; label: string }[];
  value: string;
  onChange: (value: string | null) => void;
}

/** One of several options. */
export function ChoiceInput({ options, value, onChange, ...named }: ChoiceInputProps) {
  const say = useWords();
  return (
    <Select
      {...named}
      value={value || undefined}
      onChange={(key: string | undefined) => onChange(key ?? null)}
      options={options}
      allowClear
      showSearch={options.length > 8 ? { optionFilterProp: 'label' } : false}
      placeholder={say('pick')}
    />
  );
}
