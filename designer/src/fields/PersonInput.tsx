import { Select } from 'antd';
import type { PersonRef } from '@/api';
import { findsPerson, usePeopleOptions } from './usePeopleOptions';
import { useWords } from './words';

interface PersonInputProps {
  id?: string;
  'aria-label'?: string;
  value?: string | null | undefined;
  onChange?: (value: string | null) => void;
  /** Who cannot be chosen. */
  except?: string | undefined;
  people?: Record<string, PersonRef> | undefined;
}

/** Picks a person of the company, found by name in either language or by department. */
export function PersonInput({ value, onChange, except, people, ...named }: PersonInputProps) {
  const say = useWords();
  const { options, pending } = usePeopleOptions(value ? [value] : [], people);
  return (
    <Select
      {...named}
      value={value || undefined}
      onChange={(id: string | undefined) => onChange?.(id ?? null)}
      options={options.filter((option) => option.value !== except)}
      loading={pending}
      allowClear
      showSearch={{ filterOption: findsPerson }}
      placeholder={say('searchPerson')}
      notFoundContent={say('nothingFound')}
    />
  );
}
