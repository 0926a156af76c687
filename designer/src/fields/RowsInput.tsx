import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { FileRef, PersonRef, Row, Value } from '@/api';
import { useText } from '@/i18n';
import { CellInput } from './CellInput';
import { CellValue } from './CellValue';
import { columnOpen, newRow, placed, rowsOf, rowsOpen, type FormField } from './values';
import { useWords } from './words';
import './rows.css';

interface RowsInputProps {
  field: FormField;
  value: Value;
  onChange: (value: Row[]) => void;
  people?: Record<string, PersonRef> | undefined;
  files?: Record<string, FileRef> | undefined;
}

/** Detail rows, each with an input per column that may be changed; the others as they read. */
export function RowsInput({ field, value, onChange, people, files }: RowsInputProps) {
  const say = useWords();
  const text = useText();
  const columns = field.columns ?? [];
  const inForm = field.access !== undefined;
  const rows = inForm ? placed(value) : rowsOf(value);
  const open = rowsOpen(field);
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
                {open ? <th aria-hidden="true" /> : null}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <tr key={index}>
                  {columns.map((column) => (
                    <td key={column.key}>
                      {columnOpen(field, column.key) ? (
                        <CellInput
                          field={column}
                          label={say('rowCell', { n: index + 1, name: text(column.name) })}
                          value={row[column.key]}
                          people={people}
                          files={files}
                          onChange={(cell) => replace(index, { ...row, [column.key]: cell })}
                        />
                      ) : (
                        <CellValue field={column} value={row[column.key]} people={people} files={files} />
                      )}
                    </td>
                  ))}
                  {open ? (
                    <td>
                      <Button
                        type="text"
                        icon={<DeleteOutlined aria-hidden="true" />}
                        aria-label={say('removeRow', { n: index + 1 })}
                        onClick={() => onChange(rows.filter((_, at) => at !== index))}
                      />
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <p className="fl-faint">{say('noRows')}</p>
      )}
      {open ? (
        <Button
          className="fl-rows-add"
          type="dashed"
          icon={<PlusOutlined aria-hidden="true" />}
          onClick={() => onChange([...rows, inForm ? newRow : {}])}
        >
          {say('addRow')}
        </Button>
      ) : null}
    </div>
  );
}
