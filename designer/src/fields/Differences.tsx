import type { Differences as Shown, FieldView, Value } from '@/api';
import { useText } from '@/i18n';
import { FieldValue } from './FieldValue';
import { isEmpty } from './values';
import { useWords } from './words';
import './differences.css';

interface DifferencesProps {
  differences: Shown;
  /** Fields to point out, with the words that say why. */
  marked?: readonly string[];
  mark?: string;
}

/** What changed, field by field: the old value, then the new one. */
export function Differences({ differences, marked = [], mark }: DifferencesProps) {
  const text = useText();
  const say = useWords();
  const { fields, before, after, links, people, files } = differences;
  const shown = (field: FieldView, value: Value) =>
    isEmpty(value) ? (
      <span className="fl-faint">{say('nothing')}</span>
    ) : (
      <FieldValue
        field={field}
        value={value}
        link={typeof value === 'string' ? links?.[value] : undefined}
        people={people}
        files={files}
      />
    );
  return (
    <dl className="fl-differences">
      {fields.map((field) => (
        <div key={field.key} data-rows={field.type === 'rows' || undefined}>
          <dt>
            {text(field.name)}
            {mark !== undefined && marked.includes(field.key) ? <em> {mark}</em> : null}
          </dt>
          <dd>
            <del aria-label={say('was')}>{shown(field, before[field.key])}</del>
            <span aria-hidden="true">→</span>
            <ins aria-label={say('becomes')}>{shown(field, after[field.key])}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
