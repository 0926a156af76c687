import { Checkbox, Select } from 'antd';
import { useWords } from './words';

interface ManyInputProps {
  id?: string;
  'aria-label'?: string;
  options: { value: string; label: string }[];
  value: string[];
  onChange: (value: string[]) => void;
}

/** Any number of several options: few are all shown, many are searched. */
export function ManyInput({ options, value, onChange, ...named }: ManyInputProps) {
  const say = useWords();
  if (options.length <= 6) return <Checkbox.Group value={value} onChange={onChange} options={options} />;
  return (
    <Select
      {...named}
      mode="multiple"
      value={value}
      onChange={onChange}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={say('pick')}
    />
  );
}
