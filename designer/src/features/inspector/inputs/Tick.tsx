import { Checkbox } from 'antd';
import { useInspectorFacts } from '../facts';

/** One thing that holds or does not. */
export function Tick({
  label,
  value,
  onChange,
}: {
  label: string;
  value: boolean;
  onChange: (value: boolean) => void;
}) {
  const { readOnly } = useInspectorFacts();
  return (
    <Checkbox checked={value} disabled={readOnly} onChange={({ target }) => onChange(target.checked)}>
      {label}
    </Checkbox>
  );
}
