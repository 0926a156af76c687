import { Select } from 'antd';
import type { OperatorSelectorProps } from 'react-querybuilder';
import { editorOf, operatorsOf } from '../fields';
import { usePlace } from '../RuleFacts';
import { useWords } from '../words';

const DATE_WORDS = { '<': 'op_early', '<=': 'op_earlyOrOn', '>': 'op_late', '>=': 'op_lateOrOn' } as const;

const WORDS = [
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'contains',
  'doesNotContain',
  'beginsWith',
  'endsWith',
  'in',
  'notIn',
  'null',
  'notNull',
  'has',
  'hasNot',
] as const;

/** How a field is compared, in words: of numbers "more than", of dates "after". */
export function OperatorSelect({ value, field, disabled, ...props }: OperatorSelectorProps) {
  const place = usePlace(field);
  const say = useWords();
  const editor = place && editorOf(place.field);
  const isDate = editor === 'date' || editor === 'datetime';
  const known = place ? operatorsOf(place.field) : [];
  const options = WORDS.filter((word) => known.includes(word) || word === value).map((word) => ({
    value: word,
    label: say(isDate && isOrder(word) ? DATE_WORDS[word] : `op_${word}`),
  }));
  return (
    <Select
      className="fr-operator"
      aria-label={say('operator')}
      value={value}
      options={options}
      disabled={disabled === true}
      popupMatchSelectWidth={false}
      onChange={(next: string) => props.handleOnChange(next)}
    />
  );
}

const isOrder = (word: string): word is keyof typeof DATE_WORDS => Object.hasOwn(DATE_WORDS, word);
