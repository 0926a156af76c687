import { Button, Form, Select } from 'antd';
import { useState } from 'react';
import type { RecordType, Value } from '@/api';
import { FieldInput, isEmpty } from '@/fields';
import { useText } from '@/i18n';
import { operatorsOf, type Filter, type Operator } from './filters';
import { useWords } from './words';

/** One condition: field, comparison, value. */
export function FilterForm({ type, onAdd }: { type: RecordType; onAdd: (filter: Filter) => void }) {
  const say = useWords();
  const text = useText();
  const [key, setKey] = useState<string>();
  const [chosen, setChosen] = useState<Operator>();
  const [value, setValue] = useState<Value>();
  const fields = type.fields.filter((field) => operatorsOf(field).length > 0);
  const field = fields.find((one) => one.key === key);
  const operators = field ? operatorsOf(field) : [];
  const op = chosen && operators.includes(chosen) ? chosen : operators[0];
  const ready = field && op && (op === 'empty' || !isEmpty(value));
  const add = (): void => {
    if (!ready) return;
    const written = op === 'empty' || isEmpty(value) || typeof value === 'object' ? '' : String(value);
    onAdd({ field: field.key, op, value: op === 'empty' ? 'true' : written });
  };
  return (
    <Form layout="vertical" className="fl-filter-form" onFinish={add}>
      <Form.Item label={say('field')} htmlFor="filter-field">
        <Select
          id="filter-field"
          value={key}
          onChange={(next) => {
            setKey(next);
            setChosen(undefined);
            setValue(undefined);
          }}
          options={fields.map((one) => ({ value: one.key, label: text(one.name) }))}
        />
      </Form.Item>
      {field && op ? (
        <Form.Item label={say('operator')} htmlFor="filter-operator">
          <Select
            id="filter-operator"
            value={op}
            onChange={setChosen}
            options={operators.map((one) => ({ value: one, label: say(`op.${one}`) }))}
          />
        </Form.Item>
      ) : null}
      {field && op !== 'empty' ? (
        <Form.Item label={say('value')} htmlFor="filter-value">
          <FieldInput
            id="filter-value"
            field={field.type === 'long_text' ? { ...field, type: 'text' } : field}
            value={value}
            onChange={setValue}
          />
        </Form.Item>
      ) : null}
      <Button type="primary" htmlType="submit" block disabled={!ready}>
        {say('apply')}
      </Button>
    </Form>
  );
}
