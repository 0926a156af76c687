import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn'; // small, and at hand: a moment shown before it came would stay in the other language
import type { Lang } from '@/i18n';

const day: Record<Lang, string> = { 'zh-CN': 'YYYY年M月D日', en: 'D MMM YYYY' };
const shortDay: Record<Lang, string> = { 'zh-CN': 'M月D日', en: 'D MMM' };
const tag: Record<Lang, string> = { 'zh-CN': 'zh-cn', en: 'en' };

/** A date such as 2026-03-01, as people write it. */
export const formatDate = (iso: string, lang: Lang): string => dayjs(iso).locale(tag[lang]).format(day[lang]);

/** A moment to the minute. */
export const formatMoment = (iso: string, lang: Lang): string =>
  dayjs(iso).locale(tag[lang]).format(`${day[lang]} HH:mm`);

/** A moment as one would say it now: how long ago within a day, else the date. */
export function formatAgo(iso: string, lang: Lang, now: number): string {
  const at = dayjs(iso).locale(tag[lang]);
  if (Math.abs(now - at.valueOf()) < 20 * 3_600_000) return at.from(dayjs(now));
  return at.format(at.year() === dayjs(now).year() ? `${shortDay[lang]} HH:mm` : day[lang]);
}
