import { useMemo } from 'react';
import { useRecordTypes, type Field, type Value } from '@/api';
import { useLanguage, useText } from '@/i18n';
import { formatDate, formatDecimal, formatMoney } from '@/ui';
import type { RuleLanguage } from './ruleWords';
import { useWords } from './words';

/** Rules about records of a type, in the words of the person who looks. */
export function useRuleLanguage(record: string): RuleLanguage {
  const say = useWords();
  const text = useText();
  const lang = useLanguage();
  const types = useRecordTypes().data;
  return useMemo(() => {
    const value = (field: Field | undefined, raw: Value): string => {
      if (raw === null || raw === undefined || raw === '') return say('empty');
      if (Array.isArray(raw) && field?.type === 'file') return say('fileCount', { n: raw.length });
      if (Array.isArray(raw))
        return raw.map((one) => (typeof one === 'string' ? value(field, one) : '…')).join(say('comma'));
      const words = String(raw);
      const option = field?.options?.find((one) => one.key === words);
      if (option) return text(option.name);
      if (field?.type === 'money') return formatMoney(words);
      if (field?.type === 'number')
        return `${formatDecimal(words, false)}${field.unit ? ` ${text(field.unit)}` : ''}`;
      if (field?.type === 'date' || /^\d{4}-\d\d-\d\dT/.test(words)) return formatDate(words, lang);
      return words;
    };
    return {
      text,
      types: types ?? [],
      record,
      former: (field) => say('before', { field }),
      value,
      and: lang === 'en' ? 'and' : '且',
      or: lang === 'en' ? 'or' : '或',
      not: lang === 'en' ? 'not ' : '非 ',
    };
  }, [say, text, lang, types, record]);
}
