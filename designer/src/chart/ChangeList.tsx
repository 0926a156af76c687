import type { TimelineEntry } from '@/api';
import { fieldAt } from './ruleWords';
import { useRuleLanguage } from './useRuleLanguage';

/** Which fields an entry changed, from what to what. */
export function ChangeList({ data, record }: { data: NonNullable<TimelineEntry['data']>; record: string }) {
  const language = useRuleLanguage(record);
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
                {` ${language.value(shown, before)} → `}
                <b>{language.value(shown, after)}</b>
              </span>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
