import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import type { RecordType } from '@/api';
import { FieldInput } from '@/fields';
import { useText } from '@/i18n';
import { put, type Assign } from '@/model';
import { useInspectorFacts } from '../facts';
import { useWords } from '../words';
import { PlaceSelect } from './PlaceSelect';
import { asValue } from './values';

interface AssignsProps {
  value: Assign[];
  onChange: (value: Assign[]) => void;
  /** The record whose fields are given values. */
  into: RecordType | undefined;
  /** The record that values are read from. */
  from: RecordType | undefined;
  /** Fields of the one of several things that this is for, which may be read too. */
  item?: RecordType['fields'];
}

/** Fields and what they become: a fixed value, or one read from a record. */
export function Assigns({ value, onChange, into, from, item }: AssignsProps) {
  const say = useWords();
  const { readOnly } = useInspectorFacts();
  const used = new Set(value.map((assign) => assign.field));
  const free = (into?.fields ?? []).find((field) => !used.has(field.key));
  return (
    <div className="fi-assigns">
      {value.map((assign, at) => (
        <AssignLine
          key={`${assign.field}${at}`}
          assign={assign}
          into={into}
          from={from}
          item={item}
          onChange={(next) => onChange(value.map((other, i) => (i === at ? next : other)))}
          onRemove={() => onChange(value.filter((_, i) => i !== at))}
        />
      ))}
      <Button
        size="small"
        type="text"
        icon={<PlusOutlined />}
        disabled={readOnly || !free}
        onClick={() => free && onChange([...value, { field: free.key, value: null }])}
      >
        {say('addChange')}
      </Button>
    </div>
  );
}

interface AssignLineProps {
  assign: Assign;
  into: RecordType | undefined;
  from: RecordType | undefined;
  item: RecordType['fields'] | undefined;
  onChange: (assign: Assign) => void;
  onRemove: () => void;
}

function AssignLine({ assign, into, from, item, onChange, onRemove }: AssignLineProps) {
  const say = useWords();
  const text = useText();
  const { readOnly } = useInspectorFacts();
  const field = into?.fields.find((candidate) => candidate.key === assign.field);
  const isRead = assign.from !== undefined;
  return (
    <div className="fi-assign">
      <Select
        className="fi-grow"
        aria-label={say('field')}
        disabled={readOnly}
        value={assign.field}
        options={(into?.fields ?? []).map((one) => ({ value: one.key, label: text(one.name) }))}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(key: string) =>
          onChange(isRead ? { field: key, from: assign.from } : { field: key, value: null })
        }
      />
      <Select
        aria-label={say('source')}
        disabled={readOnly}
        value={isRead ? 'from' : 'value'}
        options={[
          { value: 'value', label: say('fixed') },
          { value: 'from', label: say('fromField') },
        ]}
        popupMatchSelectWidth={false}
        onChange={(source: string) =>
          onChange(
            source === 'from' ? { field: assign.field, from: '' } : { field: assign.field, value: null },
          )
        }
      />
      <Button
        size="small"
        type="text"
        icon={<DeleteOutlined />}
        aria-label={say('remove')}
        disabled={readOnly}
        onClick={onRemove}
      />
      <div className="fi-assign-value" inert={readOnly}>
        {isRead ? (
          <PlaceSelect
            label={say('to')}
            type={from}
            value={assign.from}
            withSelf
            item={item}
            onChange={(path) => onChange(put(assign, { from: path }))}
          />
        ) : field ? (
          <FieldInput
            field={field}
            label={say('to')}
            value={asValue(assign.value)}
            onChange={(value) => onChange({ field: assign.field, value })}
          />
        ) : null}
      </div>
    </div>
  );
}
