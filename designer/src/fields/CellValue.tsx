import { Suspense } from 'react';
import { Link } from 'react-router';
import type { Field, FileRef, PersonRef, RecordRef, Value } from '@/api';
import { FileList, namesOf } from '@/files';
import { useLanguage, useText } from '@/i18n';
import { formatDate, formatDecimal, formatMoment, formatMoney, PersonChip } from '@/ui';
import { isEmpty, rowsOf, textsOf } from './values';
import { useWords } from './words';

export interface CellValueProps {
  field: Field;
  value: Value;
  /** What a link field points to. */
  link?: RecordRef | undefined;
  /** People by id, for person fields. */
  people?: Record<string, PersonRef> | undefined;
  /** Files by id, for file fields. */
  files?: Record<string, FileRef> | undefined;
  /** Without links, where the whole line is one. */
  plain?: boolean;
}

/** What one field holds, as people read it; detail rows only as how many there are. */
export function CellValue({ field, value, link, people, files, plain = false }: CellValueProps) {
  const say = useWords();
  const text = useText();
  const lang = useLanguage();
  if (isEmpty(value))
    return (
      <span className="fl-faint" aria-label={say('empty')}>
        —
      </span>
    );

  const optionName = (key: string): string =>
    text(field.options?.find((option) => option.key === key)?.name) || key;
  const words = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  switch (field.type) {
    case 'text':
    case 'long_text':
      return <span className="fl-field-text">{words}</span>;
    case 'number':
      return (
        <span className="fl-number">{`${formatDecimal(words, false)}${field.unit ? ` ${text(field.unit)}` : ''}`}</span>
      );
    case 'money':
      return <span className="fl-number">{formatMoney(words)}</span>;
    case 'boolean':
      return <span>{say(value === true ? 'yes' : 'no')}</span>;
    case 'date':
      return <span className="fl-number">{formatDate(words, lang)}</span>;
    case 'datetime':
      return <span className="fl-number">{formatMoment(words, lang)}</span>;
    case 'choice':
      return <span>{optionName(words)}</span>;
    case 'multi_choice':
      return (
        <span>
          {textsOf(value)
            .map(optionName)
            .join(lang === 'en' ? ', ' : '、')}
        </span>
      );
    case 'link':
      if (!link) return <span className="fl-faint">—</span>;
      return plain ? (
        <span>{link.title}</span>
      ) : (
        <Link to={`/records/${link.type}/${link.id}`}>{link.title}</Link>
      );
    case 'person': {
      const person = people?.[words];
      return person ? <PersonChip person={person} plain bare={plain} /> : <span className="fl-faint">—</span>;
    }
    case 'file':
      if (plain) {
        const ids = textsOf(value);
        return <span>{namesOf(ids, files) ?? say('fileCount', { n: ids.length })}</span>;
      }
      return (
        <Suspense fallback={say('fileCount', { n: textsOf(value).length })}>
          <FileList ids={textsOf(value)} known={files} />
        </Suspense>
      );
    case 'rows':
      return <span>{say('rowCount', { n: rowsOf(value).length })}</span>;
  }
}
