import type { Chain } from '@/model/document';
import { inLang, type Lang, type Text } from '@/model/text';

/** What is needed to tell a chain: whose superiors, and the names of the post and the field it ends at. */
interface ChainNames {
  whose: string;
  post: string;
  field: string;
}

const words = {
  managers: { 'zh-CN': '{whose}的逐级上级', en: 'Managers of the {whose}, one by one' },
  heads: { 'zh-CN': '{whose}的逐级部门负责人', en: 'Heads above the {whose}, one by one' },
  levels: { 'zh-CN': '，最多 {n} 级', en: ', at most {n}' },
  post: { 'zh-CN': '，到{post}为止', en: ', up to {post}' },
  amount: { 'zh-CN': '，到限额够“{field}”为止', en: ', until the limit covers {field}' },
} satisfies { [key: string]: Text };

/** A chain of superiors in words: where it begins, along what it goes and where it ends. */
export function describeChain(chain: Chain, names: ChainNames, lang: Lang): string {
  const parts: Text[] = [words[chain.along]];
  if (chain.levels) parts.push(words.levels);
  if (chain.post) parts.push(words.post);
  if (chain.amount) parts.push(words.amount);
  return parts
    .map((part) => inLang(part, lang))
    .join('')
    .replace('{whose}', names.whose)
    .replace('{n}', String(chain.levels))
    .replace('{post}', names.post)
    .replace('{field}', names.field);
}
