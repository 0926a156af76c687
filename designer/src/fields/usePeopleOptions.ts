import { useCompany, type PersonRef } from '@/api';
import { useText } from '@/i18n';
import { useWords } from './words';

/** A person as a list to choose from shows them. */
export interface PersonOption {
  value: string;
  label: string;
  /** What is found by typing. */
  search: string;
}

/** The people of the company to choose from; those who have left only if they are chosen already. */
export function usePeopleOptions(chosen: readonly string[] = [], known?: Record<string, PersonRef>) {
  const say = useWords();
  const text = useText();
  const company = useCompany();
  const departments = new Map(
    company.data?.departments.map((department) => [department.id, department.name]),
  );
  const options: PersonOption[] = (company.data?.people ?? [])
    .filter((person) => person.active || chosen.includes(person.id))
    .map((person) => {
      const department = text(departments.get(person.department ?? ''));
      const mark = person.active ? department : say('left');
      return {
        value: person.id,
        label: mark ? `${text(person.name)} · ${mark}` : text(person.name),
        search: `${person.name['zh-CN'] ?? ''} ${person.name.en ?? ''} ${department}`.toLowerCase(),
      };
    });
  for (const id of chosen) {
    const person = known?.[id];
    if (person && !options.some((option) => option.value === id)) {
      options.push({ value: id, label: text(person.name), search: '' });
    }
  }
  return { options, pending: company.isPending };
}

/** Whether what was typed finds a person. */
export const findsPerson = (typed: string, option: PersonOption | undefined): boolean =>
  option?.search.includes(typed.trim().toLowerCase()) ?? false;
