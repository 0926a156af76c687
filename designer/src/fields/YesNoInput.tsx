import { Switch } from 'antd';

interface YesNoInputProps {
  id?: string;
  'aria-label'?: string;
  value: boolean;
  onChange: (value: boolean) => void;
}

/** Yes or no. */
export function YesNoInput({ value, onChange, ...named }: YesNoInputProps) {
  return <Switch {...named} checked={value} onChange={onChange} />;
}
