import { Select } from 'antd';
import { useMemo } from 'react';
import { useLanguage, useText } from '@/i18n';
import { describeSelector } from '@/kinds';
import type { Selector } from '@/model';
import { useInspectorFacts } from '../facts';
import { useWords } from '../words';
import { keyOfSelector, selectorOfKey } from './selectors';

interface WhoSelectProps {
  label: string;
  value: Selector[];
  onChange: (value: Selector[]) => void;
  /** What holds when nobody is chosen; absent: somebody must be. */
  otherwise?: string;
}

/** Chooses people by post, name, department, relation to the submitter or a field of the record. */
export function WhoSelect({ label, value, onChange, otherwise }: WhoSelectProps) {
  const say = useWords();
  const options = useWhoOptions();
  const { company, type, readOnly } = useInspectorFacts();
  const lang = useLanguage();
  const chosen = (key: string): Selector | undefined =>
    value.find((selector) => keyOfSelector(selector) === key) ?? selectorOfKey(key);
  return (
    <Select
      className="fi-wide"
      mode="multiple"
      aria-label={label}
      disabled={readOnly}
      status={value.length === 0 && otherwise === undefined ? 'error' : ''}
      placeholder={otherwise ?? say('chooseWho')}
      value={value.map(keyOfSelector)}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      labelRender={({ value: key }) => {
        const selector = chosen(String(key));
        return selector ? describeSelector(selector, company, type, lang) : String(key);
      }}
      onChange={(keys: string[]) => onChange(keys.flatMap((key) => chosen(key) ?? []))}
    />
  );
}

function useWhoOptions() {
  const { company, type } = useInspectorFacts();
  const lang = useLanguage();
  const say = useWords();
  const text = useText();
  return useMemo(() => {
    const option = (selector: Selector) => ({
      value: keyOfSelector(selector),
      label: describeSelector(selector, company, type, lang),
    });
    const people = company.people.filter((person) => person.active);
    return [
      {
        label: say('byRelation'),
        options: [
          option({ submitter: true }),
          option({ managerOf: 'submitter' }),
          option({ headOf: 'submitter' }),
          option({ chain: { of: 'submitter', along: 'managers' } }),
          option({ chain: { of: 'submitter', along: 'heads' } }),
          option({ admins: true }),
        ],
      },
      { label: say('byPost'), options: company.posts.map((post) => option({ post: post.key })) },
      {
        label: say('byField'),
        options: (type?.fields ?? [])
          .filter((field) => field.type === 'person')
          .flatMap((field) => [
            { ...option({ field: field.key }), title: text(field.help) },
            option({ managerOf: `field:${field.key}` }),
            option({ headOf: `field:${field.key}` }),
          ]),
      },
      {
        label: say('byHead'),
        options: company.departments.map((department) => option({ headOf: department.id })),
      },
      { label: say('byPerson'), options: people.map((person) => option({ person: person.id })) },
    ].filter((group) => group.options.length > 0);
  }, [company, type, lang, say, text]);
}
