import { Checkbox, Input, Select, Switch } from 'antd';
import { lazy, Suspense } from 'react';
import type { Field, PersonRef, RecordRef, Value } from '@/api';
import { useText } from '@/i18n';
import { LinkInput } from './LinkInput';
import { NumberInput } from './NumberInput';
import { PersonInput } from './PersonInput';
import { textsOf } from './values';
import { useWords } from './words';

export interface CellInputProps {
  field: Field;
  /** Given by the form item around it. */
  id?: string;
  value?: Value;
  onChange?: (value: Value) => void;
  /** A name for assistive technology where no label stands beside the input. */
  label?: string;
  /** What a link field points to at present, so that its name shows at once. */
  link?: RecordRef | undefined;
  people?: Record<string, PersonRef> | undefined;
}

// The calendar weighs more than all other inputs together; it comes with the first date.
const DateInput = lazy(async () => ({ default: (await import('./DateInput')).DateInput }));

const noop = (): void => undefined;

/** The input that suits one field; detail rows have none here. Values go in and out in their JSON form. */
export function CellInput(props: CellInputProps) {
  const { field, id, value, onChange = noop, label, link, people } = props;
  const say = useWords();
  const text = useText();
  const words = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const named = { ...(id ? { id } : {}), ...(label ? { 'aria-label': label } : {}) };
  const options = (field.options ?? []).map((option) => ({ value: option.key, label: text(option.name) }));

  switch (field.type) {
    case 'text':
      return (
        <Input {...named} value={words} onChange={(event) => onChange(event.target.value)} maxLength={400} />
      );
    case 'long_text':
      return (
        <Input.TextArea
          {...named}
          value={words}
          onChange={(event) => onChange(event.target.value)}
          autoSize={{ minRows: 3, maxRows: 10 }}
        />
      );
    case 'number':
    case 'money':
      return <NumberInput {...named} field={field} value={words} onChange={onChange} />;
    case 'boolean':
      return <Switch {...named} checked={value === true} onChange={onChange} />;
    case 'date':
    case 'datetime':
      return (
        <Suspense fallback={<Input disabled />}>
          <DateInput {...named} withTime={field.type === 'datetime'} value={words} onChange={onChange} />
        </Suspense>
      );
    case 'choice':
      return (
        <Select
          {...named}
          value={words || undefined}
          onChange={(key: string | undefined) => onChange(key ?? null)}
          options={options}
          allowClear
          showSearch={options.length > 8 ? { optionFilterProp: 'label' } : false}
          placeholder={say('pick')}
        />
      );
    case 'multi_choice':
      return options.length > 6 ? (
        <Select
          {...named}
          mode="multiple"
          value={textsOf(value)}
          onChange={onChange}
          options={options}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={say('pick')}
        />
      ) : (
        <Checkbox.Group value={textsOf(value)} onChange={onChange} options={options} />
      );
    case 'link':
      return (
        <LinkInput {...named} target={field.target ?? ''} value={words} onChange={onChange} link={link} />
      );
    case 'person':
      return <PersonInput {...named} value={words} onChange={onChange} people={people} />;
    case 'file':
    case 'rows':
      return <span className="fl-faint">{say('filesLater', { n: textsOf(value).length })}</span>;
  }
}
