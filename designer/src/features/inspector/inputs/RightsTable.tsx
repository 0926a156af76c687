import { Tooltip } from 'antd';
import type { Field } from '@/api';
import { useText } from '@/i18n';
import type { Access, FieldRights } from '@/model';
import { useInspectorFacts } from '../facts';
import { useWords } from '../words';

const ACCESSES: readonly Access[] = ['hidden', 'read', 'edit', 'required'];

interface RightsTableProps {
  rights: FieldRights;
  /** What holds for a field that is not named. */
  usual: Access;
  onChange: (rights: FieldRights) => void;
}

/** One line for each field, one column for each right; a press on a column's head sets it for all. */
export function RightsTable({ rights, usual, onChange }: RightsTableProps) {
  const { type, readOnly } = useInspectorFacts();
  const say = useWords();
  const text = useText();
  const fields = type?.fields ?? [];
  const set = (keys: readonly string[], access: Access) => {
    const next = new Map(Object.entries(rights));
    for (const key of keys) {
      if (access === usual) next.delete(key);
      else next.set(key, access);
    }
    onChange(Object.fromEntries(next));
  };
  return (
    <table className="fi-rights">
      <thead>
        <tr>
          <th scope="col">{say('field')}</th>
          {ACCESSES.map((access) => (
            <th scope="col" key={access}>
              <Tooltip title={say('setAll', { access: say(`access_${access}`) })}>
                <button
                  type="button"
                  disabled={readOnly}
                  aria-label={say('setAll', { access: say(`access_${access}`) })}
                  onClick={() =>
                    set(
                      fields.map((field) => field.key),
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
        {fields.map((field) => (
          <tr key={field.key} className={rights[field.key] ? 'fi-rights-set' : ''}>
            <th scope="row" title={text(field.help)}>
              {text(field.name)}
            </th>
            {ACCESSES.map((access) => (
              <td key={access}>
                <input
                  type="radio"
                  name={`right-${field.key}`}
                  aria-label={`${text(field.name)}: ${say(`access_${access}`)}`}
                  checked={(rights[field.key] ?? usual) === access}
                  disabled={readOnly || !suits(field, access)}
                  onChange={() => set([field.key], access)}
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
