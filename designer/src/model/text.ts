/** A language of the interface. */
export type Lang = 'zh-CN' | 'en';

/** One name or message in both languages. Either may be missing. */
export interface Text {
  'zh-CN'?: string;
  en?: string;
}

export const LANGS: readonly Lang[] = ['zh-CN', 'en'];

/** The wording in lang, or in the other language when lang has none; '' when there is none at all. */
export function inLang(text: Text | undefined, lang: Lang): string {
  if (!text) return '';
  const other: Lang = lang === 'en' ? 'zh-CN' : 'en';
  return text[lang] || text[other] || '';
}

/** text with its wording in lang replaced; undefined when nothing is left of it. */
export function withWording(text: Text | undefined, lang: Lang, wording: string): Text | undefined {
  const zh = lang === 'zh-CN' ? wording : text?.['zh-CN'];
  const en = lang === 'en' ? wording : text?.en;
  const next: Text = { ...(zh && { 'zh-CN': zh }), ...(en && { en }) };
  return isEmptyText(next) ? undefined : next;
}

export function isEmptyText(text: Text | undefined): boolean {
  return !text || (!text['zh-CN'] && !text.en);
}
