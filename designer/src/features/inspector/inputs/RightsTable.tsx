import { Tooltip } from 'antd';
import type { Field } from '@/api';
import { useText } from '@/i18n';
import type { Access, FieldRights } from '@/model';
import { useInspectorFacts } from '../facts';
import { useWords } from '../words';

const ACCESSES: readonly Access[] = ['hidden', 'read', 'edit', 'required'];
const none: FieldRights = {};

interface RightsTableProps {
  rights: FieldRights;
  /** What holds for a field that is not named. */
  usual: Access;
  /** What holds before that for some, if it is said elsewhere. */
  before?: FieldRights;
  /** The rights to choose from. */
  accesses?: readonly Access[];
  onChange: (rights: FieldRights) => void;
}

/** What is said of by one line: a field, or with rows a column of the detail rows in that field. */
interface Line {
  key: string;
  rows: string | undefined;
}

/** The fields, each followed by its columns if it holds rows. */
const linesOf = (fields: readonly Field[]) =>
  fields.flatMap((field) => [
    { key: field.key, field, name: [field.name], rows: undefined },
    ...(field.columns ?? []).map((column) => ({
      key: `${field.key}.${column.key}`,
      field: column,
      name: [field.name, column.name],
      rows: field.key,
    })),
  ]);

/** What holds where nothing is said: a column follows its rows, and rows of which one is wanted want nothing in it. */
function followed(rights: FieldRights, before: FieldRights, usual: Access, { key, rows }: Line): Access {
  const said = before[key];
  if (said !== undefined) return said;
  const access = (rows === undefined ? undefined : (rights[rows] ?? before[rows])) ?? usual;
  return rows !== undefined && access === 'required' ? 'edit' : access;
}

/** One line for each field and column, one column for each right; a press on a column's head sets it for all. */
export function RightsTable({
  rights,
  usual,
  before = none,
  accesses = ACCESSES,
  onChange,
}: RightsTableProps) {
  const { type, readOnly } = useInspectorFacts();
  const say = useWords();
  const text = useText();
  const fields = type?.fields ?? [];
  const set = (lines: readonly Line[], access: Access) => {
    const next = new Map(Object.entries(rights));
    for (const line of lines) {
      if (access === followed(Object.fromEntries(next), before, usual, line)) next.delete(line.key);
      else next.set(line.key, access);
    }
    onChange(Object.fromEntries(next));
  };
  const shown = linesOf(fields).filter(
    ({ rows }) => rows === undefined || (rights[rows] ?? before[rows] ?? usual) !== 'hidden',
  );
  return (
    <table className="fi-rights">
      <thead>
        <tr>
          <th scope="col">{say('field')}</th>
          {accesses.map((access) => (
            <th scope="col" key={access}>
              <Tooltip title={say('setAll', { access: say(`access_${access}`) })}>
                <button
                  type="button"
                  disabled={readOnly}
                  aria-label={say('setAll', { access: say(`access_${access}`) })}
                  onClick={() =>
                    set(
                      linesOf(fields).filter(({ rows }) => rows === undefined),
                      access,
                    )
                  }
                >
                  {say(`access_${access}`)}
                </button>
              </Tooltip>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map(({ key, field, name, rows }) => (
          <tr key={key} className={rights[key] ? 'fi-rights-set' : ''} data-column={rows ? '' : undefined}>
            <th scope="row" title={text(field.help)}>
              {text(field.name)}
            </th>
            {accesses.map((access) => (
              <td key={access}>
                <input
                  type="radio"
                  name={`right-${key}`}
                  aria-label={`${name.map(text).join(' / ')}: ${say(`access_${access}`)}`}
                  checked={(rights[key] ?? followed(rights, before, usual, { key, rows })) === access}
                  disabled={readOnly || !suits(field, access)}
                  onChange={() => set([{ key, rows }], access)}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Ticking yes or no is an answer either way, so a box cannot be asked to be filled in. */
function suits(field: Field, access: Access): boolean {
  return !(field.type === 'boolean' && access === 'required');
}
