import { create } from 'zustand';

/** A language of the interface, as a BCP 47 tag. */
export type Lang = 'zh-CN' | 'en';

/** The languages, each in its own words. */
export const languages: readonly { lang: Lang; name: string }[] = [
  { lang: 'zh-CN', name: '简体中文' },
  { lang: 'en', name: 'English' },
];

const remembered = 'flowline.language';

/** The language that suits the first tag which suits one; Chinese when none does. */
export function pickLanguage(tags: readonly string[]): Lang {
  for (const tag of tags) {
    if (/^zh\b/i.test(tag)) return 'zh-CN';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'zh-CN';
}

function firstLanguage(): Lang {
  if (typeof window === 'undefined') return 'zh-CN';
  const saved = window.localStorage.getItem(remembered);
  return pickLanguage(saved ? [saved] : navigator.languages);
}

interface LanguageState {
  lang: Lang;
}

const store = create<LanguageState>(() => ({ lang: firstLanguage() }));

/** The language in use; components that call it are drawn again when it changes. */
export const useLanguage = (): Lang => store((state) => state.lang);

/** The language in use, outside components. */
export const currentLanguage = (): Lang => store.getState().lang;

/** Shows everything in lang from now on, and remembers it in this browser. */
export function setLanguage(lang: Lang): void {
  if (typeof window !== 'undefined') window.localStorage.setItem(remembered, lang);
  store.setState({ lang });
}

/** Calls back with each change of the language. */
export const onLanguage = (listener: (lang: Lang) => void): (() => void) =>
  store.subscribe((state) => listener(state.lang));
