import { DatePicker, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import type { ValueEditorProps } from 'react-querybuilder';
import { useText } from '@/i18n';
import type { Place } from '@/model';
import { counterparts, editorOf } from '../fields';
import { usePlace, useRuleFacts } from '../RuleFacts';
import { useWords } from '../words';
import { usePlaceOptions } from './usePlaceOptions';

/** The value to compare with, entered as the field is: a number, a date, a choice by its name, a person, another field. */
export function ValueInput(props: ValueEditorProps) {
  const { field, operator, valueSource } = props;
  const place = usePlace(field);
  if (!place || operator === 'null' || operator === 'notNull') return null;
  if (valueSource === 'field') return <OtherField {...props} place={place} />;
  switch (editorOf(place.field)) {
    case 'number':
      return <NumberValue {...props} place={place} />;
    case 'date':
    case 'datetime':
      return <DateValue {...props} place={place} />;
    case 'choice':
    case 'boolean':
    case 'person':
      return <ChoiceValue {...props} place={place} />;
    case 'text':
      return <TextValue {...props} place={place} />;
    case 'none':
      return null;
  }
}

type Typed = ValueEditorProps & { place: Place };

function NumberValue({ value, place, ...props }: Typed) {
  const say = useWords();
  const text = useText();
  const given: unknown = value;
  return (
    <InputNumber
      className="fr-value"
      aria-label={say('value')}
      disabled={props.disabled === true}
      value={typeof given === 'number' ? given : null}
      placeholder={say('fillIn')}
      controls={false}
      suffix={text(place.field.unit) || undefined}
      onChange={(next) => props.handleOnChange(next ?? '')}
    />
  );
}

function TextValue({ value, ...props }: Typed) {
  const say = useWords();
  return (
    <Input
      className="fr-value"
      aria-label={say('value')}
      disabled={props.disabled === true}
      value={String(value)}
      placeholder={say('fillIn')}
      onChange={(event) => props.handleOnChange(event.target.value)}
    />
  );
}

function DateValue({ value, place, ...props }: Typed) {
  const say = useWords();
  const isTimed = editorOf(place.field) === 'datetime';
  const given: unknown = value;
  return (
    <DatePicker
      className="fr-value"
      aria-label={say('value')}
      disabled={props.disabled === true}
      showTime={isTimed}
      value={typeof given === 'string' && given ? dayjs(given) : null}
      onChange={(next) =>
        props.handleOnChange(next ? (isTimed ? next.toISOString() : next.format('YYYY-MM-DD')) : '')
      }
    />
  );
}

function ChoiceValue({ value, place, operator, ...props }: Typed) {
  const say = useWords();
  const text = useText();
  const { company } = useRuleFacts();
  const editor = editorOf(place.field);
  const isSeveral = operator === 'in' || operator === 'notIn';
  const given: unknown = value;
  const options: { value: string | boolean; label: string }[] =
    editor === 'boolean'
      ? [
          { value: true, label: say('yes') },
          { value: false, label: say('no') },
        ]
      : editor === 'person'
        ? (company?.people ?? []).map((person) => ({ value: person.id, label: text(person.name) }))
        : (place.field.options ?? []).map((option) => ({ value: option.key, label: text(option.name) }));
  const chosen = isSeveral ? (Array.isArray(given) ? given : []) : given === '' ? undefined : given;
  return (
    <Select
      className="fr-value"
      aria-label={say('value')}
      disabled={props.disabled === true}
      {...(isSeveral ? { mode: 'multiple' } : {})}
      value={chosen}
      options={options}
      placeholder={say('choose')}
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(next) => props.handleOnChange(next)}
    />
  );
}

function OtherField({ value, place, ...props }: Typed) {
  const { places } = useRuleFacts();
  const options = usePlaceOptions(counterparts(place, places));
  const say = useWords();
  const given: unknown = value;
  return (
    <Select
      className="fr-value"
      aria-label={say('value2')}
      disabled={props.disabled === true}
      value={given === '' ? undefined : given}
      options={options}
      placeholder={say('choose')}
      popupMatchSelectWidth={240}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(next) => props.handleOnChange(next)}
    />
  );
}
