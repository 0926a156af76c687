import type { Field, RecordType, Value } from '@/api';
import type { Text } from '@/i18n';

/** How a rule is put into the person's words. */
export interface RuleLanguage {
  text: (text: Text | undefined) => string;
  types: readonly RecordType[];
  /** The type of the record that the rule is about. */
  record: string;
  former: (field: string) => string;
  value: (field: Field | undefined, value: Value) => string;
  and: string;
  or: string;
  not: string;
}

/** Strings · paths of fields · numbers · operators · all the rest, one at a time. */
const token =
  /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\b(?:record|old)(?:\.[a-z][a-z0-9_]*)+|\b\d+(?:\.\d+)?\b|&&|\|\||==|!=|>=|<=|!|./g;

/** The field at the end of a path such as record.customer.credit_score, and its name with the way to it. */
export function fieldAt(path: string, say: RuleLanguage): { field: Field | undefined; name: string } {
  const [root, ...keys] = path.split('.');
  let type = say.types.find((one) => one.key === say.record);
  let field: Field | undefined;
  const names: string[] = [];
  for (const key of keys) {
    field = type?.fields.find((one) => one.key === key);
    names.push(field ? say.text(field.name) : key);
    type = field?.type === 'link' ? say.types.find((one) => one.key === field?.target) : undefined;
  }
  const name = names.join(' · ');
  return { field, name: root === 'old' ? say.former(name) : name };
}

const signs: Record<string, string> = { '==': '=', '!=': '≠', '>=': '≥', '<=': '≤' };

/**
 * A rule with the names of fields and options in place of their keys: `record.amount > 100000` becomes "Amount >
 * 100,000". What has no name stays as it is written, so nothing of the rule is hidden.
 */
export function ruleInWords(rule: string, say: RuleLanguage): string {
  let field: Field | undefined;
  let worked = false;
  const words = (rule.match(token) ?? []).map((part) => {
    if (/^(record|old)\./.test(part)) {
      const at = fieldAt(part, say);
      field = worked ? undefined : at.field;
      return at.name;
    }
    if (/^["']/.test(part)) return say.value(field, part.slice(1, -1));
    if (/^\d/.test(part)) return say.value(field, part);
    // what is worked out from fields is no longer money or days, and neither is what it is compared with
    if (/^[-+*/%]$/.test(part)) {
      worked = true;
      field = undefined;
    }
    if (part === '&&' || part === '||') worked = false;
    if (part === '&&') return say.and;
    if (part === '||') return say.or;
    if (part === '!') return say.not;
    return signs[part] ?? part;
  });
  return words.join('').replace(/\s+/g, ' ').trim();
}
