import { Input } from 'antd';
import { Suspense, type ReactNode } from 'react';
import type { Field, FileRef, PersonRef, RecordRef, Value } from '@/api';
import { FilesInput } from '@/files';
import { useText } from '@/i18n';
import { ChoiceInput, DateInput, LinkInput, ManyInput, PersonInput, YesNoInput } from './heavy';
import { NumberInput } from './NumberInput';
import { rowsOf, textsOf } from './values';
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
  /** Files by id, for file fields. */
  files?: Record<string, FileRef> | undefined;
}

/** Keeps the place of an input that is still being fetched. */
const later = (input: ReactNode): ReactNode => (
  <Suspense fallback={<Input disabled aria-hidden="true" tabIndex={-1} />}>{input}</Suspense>
);

const noop = (): void => undefined;

/** The input that suits one field; detail rows have none here. Values go in and out in their JSON form. */
export function CellInput(props: CellInputProps) {
  const { field, id, value, onChange = noop, label, link, people, files } = props;
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
      return later(<YesNoInput {...named} value={value === true} onChange={onChange} />);
    case 'date':
    case 'datetime':
      return later(
        <DateInput {...named} withTime={field.type === 'datetime'} value={words} onChange={onChange} />,
      );
    case 'choice':
      return later(<ChoiceInput {...named} options={options} value={words} onChange={onChange} />);
    case 'multi_choice':
      return later(<ManyInput {...named} options={options} value={textsOf(value)} onChange={onChange} />);
    case 'link':
      return later(
        <LinkInput {...named} target={field.target ?? ''} value={words} onChange={onChange} link={link} />,
      );
    case 'person':
      return later(<PersonInput {...named} value={words} onChange={onChange} people={people} />);
    case 'file':
      return later(
        <FilesInput {...named} value={textsOf(value)} onChange={onChange} known={files} most={50} />,
      );
    case 'rows':
      return <span className="fl-faint">{say('rowCount', { n: rowsOf(value).length })}</span>;
  }
}
