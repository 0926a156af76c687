import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import type { ActionProps, CombinatorSelectorProps, ValueSourceSelectorProps } from 'react-querybuilder';
import { counterparts } from '../fields';
import { usePlace, useRuleFacts } from '../RuleFacts';
import { useWords } from '../words';

export function CombinatorSelect({ value, rules, ...props }: CombinatorSelectorProps) {
  const say = useWords();
  if (rules.length < 2) return <span className="fr-combinator" />;
  return (
    <Select
      className="fr-combinator"
      size="small"
      aria-label={say('combinator')}
      value={value}
      options={[
        { value: 'and', label: say('and') },
        { value: 'or', label: say('or') },
      ]}
      popupMatchSelectWidth={false}
      disabled={props.disabled === true}
      onChange={(next: string) => props.handleOnChange(next)}
    />
  );
}

/** Whether to compare with a value or with another field; offered only where another field would fit. */
export function SourceSelect({ value, field, ...props }: ValueSourceSelectorProps) {
  const say = useWords();
  const { places } = useRuleFacts();
  const place = usePlace(field);
  if (counterparts(place, places).length === 0) return null;
  return (
    <Select
      className="fr-source"
      aria-label={say('source')}
      value={value}
      options={[
        { value: 'value', label: say('source_value') },
        { value: 'field', label: say('source_field') },
      ]}
      popupMatchSelectWidth={false}
      disabled={props.disabled === true}
      onChange={(next: string) => props.handleOnChange(next)}
    />
  );
}

export function AddRule({ ...props }: ActionProps) {
  const say = useWords();
  if (props.disabled === true) return null;
  return (
    <Button size="small" type="text" icon={<PlusOutlined />} onClick={(event) => props.handleOnClick(event)}>
      {say('addRule')}
    </Button>
  );
}

export function AddGroup({ level, ...props }: ActionProps) {
  const say = useWords();
  if (props.disabled === true) return null;
  if (level > 1) return null;
  return (
    <Button size="small" type="text" onClick={(event) => props.handleOnClick(event)}>
      {say('addGroup')}
    </Button>
  );
}

export function RemoveRule({ ...props }: ActionProps) {
  const say = useWords();
  if (props.disabled === true) return null;
  return (
    <Button
      className="fr-remove"
      size="small"
      type="text"
      icon={<DeleteOutlined />}
      aria-label={say('removeRule')}
      onClick={(event) => props.handleOnClick(event)}
    />
  );
}

export function RemoveGroup({ ...props }: ActionProps) {
  const say = useWords();
  if (props.disabled === true) return null;
  return (
    <Button
      size="small"
      type="text"
      icon={<DeleteOutlined />}
      aria-label={say('removeGroup')}
      onClick={(event) => props.handleOnClick(event)}
    />
  );
}
