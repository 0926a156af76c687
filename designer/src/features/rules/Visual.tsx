import { useMemo } from 'react';
import { QueryBuilder, type ControlElementsProp, type FullField } from 'react-querybuilder';
import type { RuleGroupType } from './cel';
import { FieldSelect } from './controls/FieldSelect';
import { OperatorSelect } from './controls/OperatorSelect';
import { AddGroup, AddRule, CombinatorSelect, RemoveGroup, RemoveRule, SourceSelect } from './controls/small';
import { ValueInput } from './controls/ValueInput';
import { counterparts, firstPlace, firstValue, operatorsOf } from './fields';
import { useRuleFacts } from './RuleFacts';

const controls: ControlElementsProp<FullField, string> = {
  fieldSelector: FieldSelect,
  operatorSelector: OperatorSelect,
  valueEditor: ValueInput,
  valueSourceSelector: SourceSelect,
  combinatorSelector: CombinatorSelect,
  addRuleAction: AddRule,
  addGroupAction: AddGroup,
  removeRuleAction: RemoveRule,
  removeGroupAction: RemoveGroup,
  notToggle: null,
};

interface VisualProps {
  query: RuleGroupType;
  onChange: (query: RuleGroupType) => void;
  disabled: boolean;
}

/** Conditions as lines of field, comparison and value. */
export function Visual({ query, onChange, disabled }: VisualProps) {
  const { places } = useRuleFacts();
  const fields = useMemo(
    () =>
      places.map((place): FullField => ({
        name: place.path,
        value: place.path,
        label: place.path,
        operators: operatorsOf(place.field).map((name) => ({ name, value: name, label: name })),
        valueSources: counterparts(place, places).length > 0 ? ['value', 'field'] : ['value'],
      })),
    [places],
  );
  return (
    <QueryBuilder
      fields={fields}
      query={query}
      onQueryChange={onChange}
      controlElements={controls}
      controlClassnames={{ queryBuilder: 'fr-visual' }}
      disabled={disabled}
      getDefaultValue={(rule) => firstValue(places.find((place) => place.path === rule.field)?.field)}
      getDefaultField={() => firstPlace(places)}
      resetOnFieldChange
      enableMountQueryChange={false}
    />
  );
}
