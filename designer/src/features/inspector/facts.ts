import { createContext, useContext, type ComponentType } from 'react';
import type { Company, RecordType } from '@/api';

/** The condition builder, given by whoever puts the designer together. */
export type RuleSlot = ComponentType<{
  value: string;
  onChange: (rule: string) => void;
  type: RecordType | undefined;
  types: RecordType[];
  company: Company;
  old?: boolean;
  disabled?: boolean;
}>;

export interface InspectorFacts {
  types: RecordType[];
  type: RecordType | undefined;
  company: Company;
  Rule: RuleSlot;
  readOnly: boolean;
}

export const InspectorFactsContext = createContext<InspectorFacts | undefined>(undefined);

export function useInspectorFacts(): InspectorFacts {
  const facts = useContext(InspectorFactsContext);
  if (!facts) throw new Error('useInspectorFacts outside Inspector');
  return facts;
}
