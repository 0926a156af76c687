import { useCallback } from 'react';
import { useLanguage } from '@/i18n';
import { describeWho } from '@/kinds';
import type { Selector } from '@/model';
import { useInspectorFacts } from '../facts';

/** Says whom selectors mean. */
export function useWhoWords(): (by: readonly Selector[]) => string {
  const { company, type } = useInspectorFacts();
  const lang = useLanguage();
  return useCallback((by) => describeWho(by, company, type, lang), [company, type, lang]);
}
