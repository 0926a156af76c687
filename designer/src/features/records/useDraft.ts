import { useQuery } from '@tanstack/react-query';
import { keys, readStart } from '@/api';

/** What was kept of a request or a new record, as it is now: read once, for what is typed goes on from it. */
export function useDraft(id: string | undefined) {
  return useQuery({
    queryKey: keys.start(id ?? ''),
    queryFn: () => readStart(id ?? ''),
    enabled: id !== undefined,
    staleTime: Infinity,
    gcTime: 0,
  });
}
