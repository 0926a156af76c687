import { Select } from 'antd';
import { useState } from 'react';
import type { PickAsked } from '@/api';
import { useText } from '@/i18n';
import { useWords } from './words';

interface PickInputProps {
  id?: string;
  step: PickAsked;
  value: readonly string[];
  onChange: (people: string[]) => void;
  /** Whether it is shown that somebody is missing. */
  wanted?: boolean;
}

/** Picks who handles a step, out of those whom it may ask: found by name in either language, department or post. */
export function PickInput({ id, step, value, onChange, wanted = false }: PickInputProps) {
  const say = useWords();
  const text = useText();
  // A list of several would stay open over what is below it.
  const [open, setOpen] = useState(false);
  const several = step.max > 1;
  const options = step.from.map((person) => {
    const part = text(person.department) || text(person.post);
    const found = [person.name, person.department, person.post].flatMap((one) => Object.values(one ?? {}));
    return {
      value: person.id,
      label: part ? `${text(person.name)} · ${part}` : text(person.name),
      search: found.join(' ').toLowerCase(),
    };
  });
  const howMany = !several
    ? say('pickOne')
    : step.min === step.max
      ? say('pickExactly', { n: step.min })
      : say('pickBetween', { min: step.min, max: step.max });
  return (
    <Select
      {...(id ? { id } : {})}
      aria-label={say('pickFor', { step: text(step.name) })}
      className="fl-pick"
      {...(several ? { mode: 'multiple' as const, maxCount: step.max } : {})}
      status={wanted ? 'error' : ''}
      value={several ? [...value] : value[0]}
      onChange={(chosen: string | string[] | undefined) =>
        onChange(Array.isArray(chosen) ? chosen : chosen ? [chosen] : [])
      }
      open={open}
      onOpenChange={setOpen}
      onSelect={() => setOpen(false)}
      allowClear
      options={options}
      showSearch={{
        filterOption: (typed, option) => option?.search.includes(typed.trim().toLowerCase()) ?? false,
      }}
      placeholder={howMany}
      notFoundContent={say('nothingFound')}
    />
  );
}
