import type { Selector } from '@/model/document';
import type { TypeLike } from '@/model/fields';
import { inLang, type Lang, type Text } from '@/model/text';
import { describeChain } from './chain';

/** What is needed to name people, posts and departments. */
export interface CompanyLike {
  people: readonly { id: string; name: Text }[];
  departments: readonly { id: string; name: Text }[];
  posts: readonly { key: string; name: Text }[];
}

const words = {
  submitter: { 'zh-CN': '提交人', en: 'Submitter' },
  manager: { 'zh-CN': '提交人的直属上级', en: "Submitter's manager" },
  fieldManager: { 'zh-CN': '“{field}”的直属上级', en: 'Manager of {field}' },
  fieldHead: { 'zh-CN': '“{field}”的部门负责人', en: 'Head of the department of {field}' },
  admins: { 'zh-CN': '管理员', en: 'Administrators' },
  ownHead: { 'zh-CN': '提交人部门的负责人', en: "Head of the submitter's department" },
} satisfies { [key: string]: Text };

/** The person field that "field:reviewer" names, as headOf, managerOf and a chain's of may. */
const fieldOf = (of: string): string | undefined => (of.startsWith('field:') ? of.slice(6) : undefined);

/** Who a selector means, in words. An id that is no longer known is shown as it stands. */
export function describeSelector(
  selector: Selector,
  company: CompanyLike | undefined,
  type: TypeLike | undefined,
  lang: Lang,
): string {
  if ('submitter' in selector) return inLang(words.submitter, lang);
  if ('admins' in selector) return inLang(words.admins, lang);
  const fieldNamed = (key: string): string =>
    named(
      type?.fields.find((field) => field.key === key),
      key,
      lang,
    );
  if ('chain' in selector) {
    const { chain } = selector;
    const of = fieldOf(chain.of);
    const names = {
      whose: of ? fieldNamed(of) : inLang(words.submitter, lang),
      post: chain.post ? describeSelector({ post: chain.post }, company, type, lang) : '',
      field: chain.amount ? fieldNamed(chain.amount) : '',
    };
    return describeChain(chain, names, lang);
  }
  if ('managerOf' in selector) {
    const of = fieldOf(selector.managerOf);
    return of
      ? inLang(words.fieldManager, lang).replace('{field}', fieldNamed(of))
      : inLang(words.manager, lang);
  }
  if ('post' in selector)
    return named(
      company?.posts.find((post) => post.key === selector.post),
      selector.post,
      lang,
    );
  if ('person' in selector) {
    return named(
      company?.people.find((person) => person.id === selector.person),
      selector.person,
      lang,
    );
  }
  if ('field' in selector) return fieldNamed(selector.field);
  const ofHead = fieldOf(selector.headOf);
  if (ofHead) return inLang(words.fieldHead, lang).replace('{field}', fieldNamed(ofHead));
  if (selector.headOf === 'submitter') return inLang(words.ownHead, lang);
  const department = company?.departments.find((candidate) => candidate.id === selector.headOf);
  const name = named(department, selector.headOf, lang);
  return lang === 'en' ? `Head of ${name}` : `${name}负责人`;
}

export function describeWho(
  selectors: readonly Selector[],
  company: CompanyLike | undefined,
  type: TypeLike | undefined,
  lang: Lang,
): string {
  return selectors
    .map((selector) => describeSelector(selector, company, type, lang))
    .join(lang === 'en' ? ', ' : '、');
}

function named(found: { name: Text } | undefined, id: string, lang: Lang): string {
  return (found && inLang(found.name, lang)) || id;
}
