import type { RuleTrace } from '@/api';
import { fieldAt, ruleInWords } from './ruleWords';
import { useRuleLanguage } from './useRuleLanguage';
import { useWords } from './words';

/** Why a decision went where it went: each rule looked at, what it said, and the values it saw. */
export function RuleReason({ rules, record }: { rules: readonly RuleTrace[]; record: string }) {
  const say = useWords();
  const language = useRuleLanguage(record);
  return (
    <ul className="fl-reason">
      {rules.map((trace) => {
        const words = ruleInWords(trace.rule, language);
        const values = Object.entries(trace.values ?? {}).map(([path, value]) => {
          const { field, name } = fieldAt(path, language);
          return `${name} = ${language.value(field, value)}`;
        });
        return (
          <li key={trace.edge} data-true={trace.result}>
            <span title={`${say('showRule')}: ${trace.rule}`}>
              {say(trace.failed ? 'failed' : trace.result ? 'because' : 'not', { rule: words })}
            </span>
            {values.length > 0 ? (
              <span className="fl-faint">
                {say('was')} {values.join(say('comma'))}
              </span>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
