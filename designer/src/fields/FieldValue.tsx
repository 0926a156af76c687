import { CellValue, type CellValueProps } from './CellValue';
import { RowsValue } from './RowsValue';
import { isEmpty } from './values';

/** What a field holds, as people read it. */
export function FieldValue(props: CellValueProps) {
  const { field, value, people, files, plain = false } = props;
  if (field.type === 'rows' && !plain && !isEmpty(value))
    return <RowsValue field={field} value={value} people={people} files={files} />;
  return <CellValue {...props} />;
}
