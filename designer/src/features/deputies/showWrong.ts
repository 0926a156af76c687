import type { FormInstance } from 'antd';
import { Problem } from '@/api';

/** What is typed. The names are those of the server, which says by them what is wrong. */
export interface Typed {
  principal?: string;
  agent: string;
  from: string;
  until: string;
  flows?: string[];
  maxAmount?: string | null;
  includeOpen?: boolean;
  note?: string;
}

const places: readonly (keyof Typed)[] = [
  'principal',
  'agent',
  'from',
  'until',
  'flows',
  'maxAmount',
  'note',
];

/** Shows what the server refuses beside the inputs it is about; gives the words for what has no input. */
export function showWrong(form: FormInstance<Typed>, error: Error): string {
  const wrong = error instanceof Problem ? error.errors : [];
  const left = wrong.filter(({ path }) => !places.some((place) => place === path));
  form.setFields(
    places.map((name) => ({
      name,
      errors: wrong.filter(({ path }) => path === name).map(({ message }) => message),
    })),
  );
  if (wrong.length > 0 && left.length === 0) return '';
  return [error.message, ...left.map(({ message }) => message)].join(' ');
}
