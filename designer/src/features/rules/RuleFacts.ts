import { createContext, useContext } from 'react';
import type { CompanyLike } from '@/kinds';
import type { Place, TypeLike } from '@/model';

/** What the controls of a condition need to know. */
export interface RuleFacts {
  type: TypeLike | undefined;
  places: readonly Place[];
  company: CompanyLike | undefined;
}

export const RuleFactsContext = createContext<RuleFacts>({ type: undefined, places: [], company: undefined });

export const useRuleFacts = (): RuleFacts => useContext(RuleFactsContext);

export function usePlace(path: string): Place | undefined {
  return useRuleFacts().places.find((place) => place.path === path);
}
