import { CellInput, type CellInputProps } from './CellInput';
import { RowsInput } from './RowsInput';

/** The input that suits a field. Values go in and out in their JSON form. */
export function FieldInput(props: CellInputProps) {
  const { field, value, onChange, people, files } = props;
  if (field.type !== 'rows') return <CellInput {...props} />;
  return (
    <RowsInput
      field={field}
      value={value}
      onChange={(rows) => onChange?.(rows)}
      people={people}
      files={files}
    />
  );
}
