import { Radio } from 'antd';
import { useInspectorFacts } from '../facts';

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}

/** One of a few ways, each in words, one below the other. */
export function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  const { readOnly } = useInspectorFacts();
  return (
    <Radio.Group
      vertical
      aria-label={label}
      disabled={readOnly}
      value={value}
      options={options.map((option) => ({ ...option }))}
      onChange={({ target }) => {
        const chosen = options.find((option) => option.value === target.value);
        if (chosen) onChange(chosen.value);
      }}
    />
  );
}
