import { Link } from 'react-router';
import type { Field, RecordType, RecordView } from '@/api';
import { FieldValue } from '@/fields';
import type { Text } from '@/i18n';
import { PersonChip, Time, type Column } from '@/ui';
import type { useWords } from './words';

const sortable = (field: Field): boolean =>
  !['rows', 'file', 'multi_choice', 'link', 'person', 'long_text'].includes(field.type);

/** The columns of a type's list: its title, what the type names, then owner and time. */
export function columnsOf(
  type: RecordType,
  say: ReturnType<typeof useWords>,
  text: (text: Text | undefined) => string,
): Column<RecordView>[] {
  const shown = (type.list ?? []).filter((key) => key !== type.title);
  const fields = shown.flatMap((key) => type.fields.find((field) => field.key === key) ?? []);
  const title = type.fields.find((field) => field.key === type.title);
  return [
    {
      key: type.title,
      title: text(title?.name),
      sortable: true,
      render: (record) => (
        <Link className="fl-record-title" to={`/records/${type.key}/${record.id}`}>
          {record.title || record.number}
        </Link>
      ),
    },
    {
      key: 'number',
      title: say('number'),
      sortable: true,
      render: (record) => <span className="fl-number fl-soft">{record.number}</span>,
    },
    ...fields.map((field): Column<RecordView> => ({
      key: field.key,
      title: text(field.name),
      sortable: sortable(field),
      number: field.type === 'money' || field.type === 'number',
      render: (record) => (
        <FieldValue
          field={field}
          value={record.values[field.key]}
          link={record.links?.[field.key]}
          people={record.people}
          plain
        />
      ),
    })),
    {
      key: 'owner',
      title: say('owner'),
      render: (record) => <PersonChip person={record.owner} plain bare />,
    },
    {
      key: 'updated_at',
      title: say('updated'),
      sortable: true,
      render: (record) => <Time at={record.updatedAt} />,
    },
  ];
}
