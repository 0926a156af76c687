import { useCallback } from 'react';
import { useLanguage, type Lang } from './language';

/** One name or message in both languages. Either may be missing. */
export interface Text {
  'zh-CN'?: string | undefined;
  en?: string | undefined;
}

/** The wording in lang, or in the other language when lang has none. */
export function inLanguage(text: Text | undefined, lang: Lang): string {
  if (!text) return '';
  return text[lang] || text['zh-CN'] || text.en || '';
}

/** Gives texts of the document and of records in the language in use. */
export function useText(): (text: Text | undefined) => string {
  const lang = useLanguage();
  return useCallback((text) => inLanguage(text, lang), [lang]);
}
