import { ruleInWords } from './ruleWords';
import { useRuleLanguage } from './useRuleLanguage';
import { useWords } from './words';

/** A rule about records of a type in words; the formula shows on pointing at it. */
export function RuleWords({ rule, record }: { rule: string; record: string }) {
  const say = useWords();
  const language = useRuleLanguage(record);
  return <span title={`${say('showRule')}: ${rule}`}>{ruleInWords(rule, language)}</span>;
}
