import type { Field, FileRef, PersonRef, Value } from '@/api';
import { useText } from '@/i18n';
import { CellValue } from './CellValue';
import { rowsOf, sum } from './values';
import { useWords } from './words';
import './rows.css';

interface RowsValueProps {
  field: Field;
  value: Value;
  people?: Record<string, PersonRef> | undefined;
  files?: Record<string, FileRef> | undefined;
}

const isNumeric = (field: Field): boolean => field.type === 'money' || field.type === 'number';

/** Detail rows as a small table; money is added up. */
export function RowsValue({ field, value, people, files }: RowsValueProps) {
  const say = useWords();
  const text = useText();
  const columns = field.columns ?? [];
  const rows = rowsOf(value);
  const money = columns.filter((column) => column.type === 'money');
  return (
    <div className="fl-rows-scroll" role="region" aria-label={text(field.name)} tabIndex={0}>
      <table className="fl-rows">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={isNumeric(column) ? 'fl-rows-number' : undefined}>
                {text(column.name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {columns.map((column) => (
                <td key={column.key} className={isNumeric(column) ? 'fl-rows-number' : undefined}>
                  <CellValue field={column} value={row[column.key]} people={people} files={files} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {money.length > 0 && rows.length > 1 ? (
          <tfoot>
            <tr>
              {columns.map((column, index) => (
                <td key={column.key} className={isNumeric(column) ? 'fl-rows-number' : undefined}>
                  {column.type === 'money' ? (
                    <CellValue field={column} value={sum(rows.map((row) => row[column.key]))} />
                  ) : index === 0 ? (
                    say('total')
                  ) : null}
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}
