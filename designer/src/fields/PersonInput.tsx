import { Select } from 'antd';
import { useCompany, type PersonRef } from '@/api';
import { useText } from '@/i18n';
import { useWords } from './words';

interface PersonInputProps {
  id?: string;
  'aria-label'?: string;
  value: string;
  onChange: (value: string | null) => void;
  people?: Record<string, PersonRef> | undefined;
}

/** Picks a person of the company, found by name in either language or by department. */
export function PersonInput({ value, onChange, people, ...named }: PersonInputProps) {
  const say = useWords();
  const text = useText();
  const company = useCompany();
  const departments = new Map(
    company.data?.departments.map((department) => [department.id, department.name]),
  );
  const options = (company.data?.people ?? [])
    .filter((person) => person.active || person.id === value)
    .map((person) => {
      const department = text(departments.get(person.department ?? ''));
      const mark = person.active ? department : say('left');
      return {
        value: person.id,
        label: mark ? `${text(person.name)} · ${mark}` : text(person.name),
        search: `${person.name['zh-CN'] ?? ''} ${person.name.en ?? ''} ${department}`.toLowerCase(),
      };
    });
  const known = people?.[value];
  if (value && known && !options.some((option) => option.value === value)) {
    options.push({ value, label: text(known.name), search: '' });
  }
  return (
    <Select
      {...named}
      value={value || undefined}
      onChange={(id: string | undefined) => onChange(id ?? null)}
      options={options}
      loading={company.isPending}
      allowClear
      showSearch={{
        filterOption: (typed, option) => option?.search.includes(typed.trim().toLowerCase()) ?? false,
      }}
      placeholder={say('searchPerson')}
      notFoundContent={say('nothingFound')}
    />
  );
}
