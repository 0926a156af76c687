import type { Field, FileRef, TimelineEntry, Value } from '@/api';
import { namesOf } from '@/files';
import { fieldAt } from './ruleWords';
import { useRuleLanguage } from './useRuleLanguage';

interface ChangeListProps {
  data: NonNullable<TimelineEntry['data']>;
  record: string;
  files: Record<string, FileRef> | undefined;
}

/** Which fields an entry changed, from what to what. */
export function ChangeList({ data, record, files }: ChangeListProps) {
  const language = useRuleLanguage(record);
  const valueOf = (field: Field, value: Value): string =>
    (field.type === 'file' && Array.isArray(value) && namesOf(value.map(String), files)) ||
    language.value(field, value);
  return (
    <ul className="fl-reason">
      {(data.fields ?? []).map((key) => {
        const { field, name } = fieldAt(`record.${key}`, language);
        const shown =
          field?.type === 'rows' || field?.type === 'link' || field?.type === 'person' ? undefined : field;
        const before = data.before?.[key];
        const after = data.after?.[key];
        return (
          <li key={key}>
            {name}
            {shown ? (
              <span className="fl-faint">
                {` ${valueOf(shown, before)} → `}
                <b>{valueOf(shown, after)}</b>
              </span>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
