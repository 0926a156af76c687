import { CodeOutlined, FormOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useMemo, useState } from 'react';
import type { CompanyLike } from '@/kinds';
import type { TypeLike } from '@/model';
import { hasIncomplete, noRules, readRule, writeRule, type RuleGroupType } from './cel';
import { comparablePlaces } from './fields';
import { Issues } from './Issues';
import { RuleFactsContext } from './RuleFacts';
import './rules.css';
import { Visual } from './Visual';
import { useWords } from './words';

export interface RuleFieldProps {
  /** The rule as CEL; '' for none. */
  value: string;
  onChange: (rule: string) => void;
  type: TypeLike | undefined;
  types: readonly TypeLike[];
  company: CompanyLike | undefined;
  /** Whether the rule may speak of the values before a change. */
  old?: boolean;
  disabled?: boolean;
}

/** A condition, built by choosing; its text on request. What cannot be shown by choices stays as its writer wrote it. */
export function RuleField({
  value,
  onChange,
  type,
  types,
  company,
  old = false,
  disabled = false,
}: RuleFieldProps) {
  const [shown, setShown] = useState(() => ({ text: value, query: readRule(value) }));
  const [asText, setAsText] = useState(false);
  const say = useWords();
  const facts = useMemo(
    () => ({ type, company, places: comparablePlaces(type, types, old) }),
    [type, types, company, old],
  );
  // Changed from outside, as by undo: read it anew.
  if (shown.text !== value) setShown({ text: value, query: readRule(value) });

  function change(query: RuleGroupType): void {
    const text = writeRule(query);
    setShown({ text, query });
    if (text !== value) onChange(text);
  }

  const isVisual = shown.query !== undefined && !asText;
  return (
    <RuleFactsContext value={facts}>
      <div className="fr-rule">
        {isVisual ? (
          <Visual query={shown.query ?? noRules} onChange={change} disabled={disabled} />
        ) : (
          <Input.TextArea
            className="fr-text"
            aria-label={say('textMode')}
            value={value}
            disabled={disabled}
            autoSize={{ minRows: 2, maxRows: 8 }}
            spellCheck={false}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
        {shown.query === undefined && <p className="fr-hint">{say('onlyText')}</p>}
        {isVisual && shown.query && hasIncomplete(shown.query) && (
          <p className="fr-hint">{say('incomplete')}</p>
        )}
        <div className="fr-foot">
          <Issues record={type?.key ?? ''} rule={value} old={old} />
          {shown.query !== undefined && (value !== '' || asText) && (
            <Button
              size="small"
              type="link"
              icon={asText ? <FormOutlined /> : <CodeOutlined />}
              onClick={() => setAsText(!asText)}
            >
              {say(asText ? 'showVisual' : 'showText')}
            </Button>
          )}
        </div>
      </div>
    </RuleFactsContext>
  );
}
