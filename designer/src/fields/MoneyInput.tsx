import { NumberInput } from './NumberInput';

interface MoneyInputProps {
  id?: string;
  value?: string | null | undefined;
  onChange?: (value: string | null) => void;
}

const money = { key: '', name: {}, type: 'money' } as const;

/** An amount outside a record, in a form: a decimal string, or nothing. */
export function MoneyInput({ value, onChange, ...named }: MoneyInputProps) {
  return <NumberInput {...named} field={money} value={value ?? ''} onChange={(next) => onChange?.(next)} />;
}
