/**
 * Conditions as CEL and as lines of field, comparison and value. What the lines cannot show exactly is never read into
 * them: a text that does not come back the same is edited as text.
 */
import { formatQuery, defaultRuleProcessorCEL } from 'react-querybuilder/formatQuery';
import { parseCEL } from 'react-querybuilder/parseCEL';
import type { RuleGroupType, RuleProcessor, RuleType } from 'react-querybuilder';

export type { RuleGroupType, RuleType };

type Line = RuleType | RuleGroupType;

/** No conditions yet. */
export const noRules: RuleGroupType = { combinator: 'and', rules: [] };

/** The lines a text stands for; undefined when the lines could not say the same. */
export function readRule(cel: string): RuleGroupType | undefined {
  if (cel.trim() === '') return noRules;
  try {
    const group = withLists(parseCEL(hideLists(cel), { listsAsArrays: true }));
    return spaced(writeRule(group)) === spaced(cel) ? group : undefined;
  } catch {
    return undefined;
  }
}

/** The text of the lines that are complete; '' when there is none. */
export function writeRule(group: RuleGroupType): string {
  const complete = onlyComplete(group);
  if (complete.rules.length === 0) return '';
  return formatQuery(complete, { format: 'cel', ruleProcessor });
}

/** Whether a line lacks its value, and so is not part of the text yet. */
export function isIncomplete(rule: RuleType): boolean {
  if (rule.operator === 'null' || rule.operator === 'notNull') return false;
  if (rule.field === '' || rule.field === '~') return true;
  const value: unknown = rule.value;
  return (
    value === '' || value === null || value === undefined || (Array.isArray(value) && value.length === 0)
  );
}

export function hasIncomplete(group: RuleGroupType): boolean {
  return group.rules.some((rule) => ('rules' in rule ? hasIncomplete(rule) : isIncomplete(rule)));
}

function onlyComplete(group: RuleGroupType): RuleGroupType {
  const rules = group.rules.flatMap<Line>((rule) => {
    if (!('rules' in rule)) return isIncomplete(rule) ? [] : [rule];
    const inner = onlyComplete(rule);
    return inner.rules.length === 0 ? [] : [inner];
  });
  return { ...group, rules };
}

/** Adds what the library's own writer does not know: whether a choice is among several. */
const ruleProcessor: RuleProcessor = (rule, options) => {
  const value: unknown = rule.value;
  if (typeof value === 'string' && rule.operator === 'has')
    return `${JSON.stringify(value)} in ${rule.field}`;
  if (typeof value === 'string' && rule.operator === 'hasNot')
    return `!(${JSON.stringify(value)} in ${rule.field})`;
  const text: unknown = defaultRuleProcessorCEL(rule, options);
  return typeof text === 'string' ? text : '';
};

const STRING = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g;
const MARK = '@has:';
const IN_LIST = /(!\()?("(?:[^"\\]|\\.)*") in ((?:record|old)(?:\.\w+)+)(\))?/g;

/** `"new" in record.tags` is something the library's parser drops, so it is shown another thing in its place. */
function hideLists(cel: string): string {
  return cel.replace(
    IN_LIST,
    (whole, not: string | undefined, text: string, field: string, close: string | undefined) => {
      if (text.includes('\\')) return whole;
      const marked = `"${MARK}${text.slice(1, -1)}"`;
      return not !== undefined && close !== undefined
        ? `${field} != ${marked}`
        : `${not ?? ''}${field} == ${marked}${close ?? ''}`;
    },
  );
}

function withLists(group: RuleGroupType): RuleGroupType {
  return {
    ...group,
    rules: group.rules.map((rule): Line => {
      if ('rules' in rule) return withLists(rule);
      const value: unknown = rule.value;
      if (typeof value !== 'string' || !value.startsWith(MARK)) return rule;
      return {
        ...rule,
        operator: rule.operator === '!=' ? 'hasNot' : 'has',
        value: value.slice(MARK.length),
      };
    }),
  };
}

/** The text with one space where there is any, outside of quotes: the eye sees no difference. */
function spaced(cel: string): string {
  let out = '';
  let end = 0;
  for (const found of cel.matchAll(STRING)) {
    out += squeeze(cel.slice(end, found.index)) + found[0];
    end = found.index + found[0].length;
  }
  return (out + squeeze(cel.slice(end))).trim();
}

function squeeze(text: string): string {
  return text.replace(/\s*([[\](),<>=!&|]+)\s*/g, '$1').replace(/\s+/g, ' ');
}
