import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Field, PersonRef, Row, Value } from '@/api';
import { useText } from '@/i18n';
import { CellInput } from './CellInput';
import { rowsOf } from './values';
import { useWords } from './words';
import './rows.css';

interface RowsInputProps {
  field: Field;
  value: Value;
  onChange: (value: Row[]) => void;
  people?: Record<string, PersonRef> | undefined;
}

/** Detail rows, each with an input per column. */
export function RowsInput({ field, value, onChange, people }: RowsInputProps) {
  const say = useWords();
  const text = useText();
  const columns = field.columns ?? [];
  const rows = rowsOf(value);
  const replace = (index: number, row: Row): void =>
    onChange(rows.map((old, at) => (at === index ? row : old)));
  return (
    <div role="group" aria-label={text(field.name)}>
      {rows.length > 0 ? (
        <div className="fl-rows-scroll">
          <table className="fl-rows fl-rows-input">
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column.key} scope="col">
                    {text(column.name)}
                  </th>
                ))}
                <th aria-hidden="true" />
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <tr key={index}>
                  {columns.map((column) => (
                    <td key={column.key}>
                      <CellInput
                        field={column}
                        label={say('rowCell', { n: index + 1, name: text(column.name) })}
                        value={row[column.key]}
                        people={people}
                        onChange={(cell) => replace(index, { ...row, [column.key]: cell })}
                      />
                    </td>
                  ))}
                  <td>
                    <Button
                      type="text"
                      icon={<DeleteOutlined aria-hidden="true" />}
                      aria-label={say('removeRow', { n: index + 1 })}
                      onClick={() => onChange(rows.filter((_, at) => at !== index))}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <p className="fl-faint">{say('noRows')}</p>
      )}
      <Button
        className="fl-rows-add"
        type="dashed"
        icon={<PlusOutlined aria-hidden="true" />}
        onClick={() => onChange([...rows, {}])}
      >
        {say('addRow')}
      </Button>
    </div>
  );
}
