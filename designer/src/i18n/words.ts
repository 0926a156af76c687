import { useMemo } from 'react';
import { currentLanguage, useLanguage, type Lang } from './language';

/** One message: Chinese, then English. {places} in braces are filled in by the caller. */
export type Wording = readonly [zh: string, en: string];

type Places<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Places<Rest>
  : never;
type Filling<W extends Wording> = Record<Places<W[0]> | Places<W[1]>, string | number>;
type Args<W extends Wording> = [Places<W[0]> | Places<W[1]>] extends [never] ? [] : [fill: Filling<W>];

/** Says a message of a catalogue, with its places filled. A wrong key or a missing place does not compile. */
export type Say<C extends Record<string, Wording>> = <K extends keyof C>(
  key: K,
  ...fill: Args<C[K]>
) => string;

/** A feature's words in every language. */
export interface Catalogue<C extends Record<string, Wording>> {
  /** In a component: says messages in the language in use. */
  useWords: () => Say<C>;
  /** Elsewhere: says messages in the language in use at that moment. */
  say: Say<C>;
  /** All messages, for tests. */
  entries: C;
}

const column: Record<Lang, 0 | 1> = { 'zh-CN': 0, en: 1 };

function sayIn<C extends Record<string, Wording>>(entries: C, lang: Lang): Say<C> {
  return <K extends keyof C>(key: K, ...fill: Args<C[K]>) => {
    const entry: Wording | undefined = entries[key];
    const wording = entry?.[column[lang]] ?? String(key);
    const places: Record<string, string | number> = fill[0] ?? {};
    return wording.replace(/\{(\w+)\}/g, (whole, name: string) => String(places[name] ?? whole));
  };
}

/** Makes a catalogue: `words({ title: ['收件箱', 'Inbox'], count: ['{n} 项', '{n} items'] })`. */
export function words<const C extends Record<string, Wording>>(entries: C): Catalogue<C> {
  return {
    entries,
    useWords: () => {
      const lang = useLanguage();
      return useMemo(() => sayIn(entries, lang), [lang]);
    },
    say: (key, ...fill) => sayIn(entries, currentLanguage())(key, ...fill),
  };
}
