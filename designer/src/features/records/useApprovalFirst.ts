import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { previewChange, type ChangePreview, type Values } from '@/api';

/** What a change would have to go through before it is made; nothing when it would be made at once. */
export function useApprovalFirst(type: string, id: string, set: Values): ChangePreview | undefined {
  const values = useDeferredValue(set);
  const ahead = useQuery({
    queryKey: ['change-preview', type, id, values],
    queryFn: () => previewChange(type, id, values),
    enabled: Object.keys(values).length > 0,
    placeholderData: (last) => last,
    retry: false,
  });
  return ahead.data?.flow && Object.keys(set).length > 0 ? ahead.data : undefined;
}
