import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { preview, type Values } from '@/api';

/** The path that lies ahead under the values as they are filled in. */
export function useAhead(flow: string, record: string, set: Values) {
  const values = useDeferredValue(set);
  return useQuery({
    queryKey: ['preview', flow, record, values],
    queryFn: () => preview({ flow, record, set: values }),
    placeholderData: keepPreviousData,
    retry: false,
  });
}
