import { InputNumber } from 'antd';
import type { Field } from '@/api';
import { useText } from '@/i18n';

interface NumberInputProps {
  id?: string;
  'aria-label'?: string;
  field: Field;
  value: string;
  onChange: (value: string | null) => void;
}

/** A number as a decimal string: it never passes through floating point. */
export function NumberInput({ field, value, onChange, ...named }: NumberInputProps) {
  const text = useText();
  const money = field.type === 'money';
  const unit = text(field.unit);
  return (
    <InputNumber<string>
      {...named}
      className="fl-field-number"
      stringMode
      controls={false}
      value={value === '' ? null : value}
      onChange={(next) => onChange(next === null || next === '' ? null : next)}
      precision={money ? 2 : (field.decimals ?? 0)}
      formatter={(shown) => (shown ?? '').replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')}
      parser={(typed) => (typed ?? '').replace(/[,，\s¥￥]/g, '')}
      {...(money ? { prefix: '¥' } : {})}
      {...(unit && !money ? { suffix: unit } : {})}
      inputMode="decimal"
    />
  );
}
