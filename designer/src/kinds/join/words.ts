import type { FlowNode } from '@/model/document';
import { inLang, type Lang, type Text } from '@/model/text';

const words = {
  first: { 'zh-CN': '任一到达', en: 'first to arrive' },
  n: { 'zh-CN': '{all} 条到 {n} 条', en: '{n} of {all}' },
} satisfies { [key: string]: Text };

/** What stands at the bar of a fork or join: its name and, of a join that does not wait for all, for how many. */
export function describeJoin(node: FlowNode, waysIn: number, lang: Lang): string {
  const name = inLang(node.name, lang);
  const rule = node.kind === 'join' ? node.join : undefined;
  if (!rule || rule.mode === 'all') return name;
  const says = inLang(words[rule.mode], lang)
    .replace('{n}', String(rule.n ?? 1))
    .replace('{all}', String(waysIn));
  if (!name) return says;
  return lang === 'en' ? `${name} (${says})` : `${name}（${says}）`;
}
