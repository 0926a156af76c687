import { useQuery } from '@tanstack/react-query';
import { keys, Problem, readStart, type StartDraftView } from '@/api';

/** A draft as it is kept now; null where it is not there any more. */
export const readDraft = (id: string): Promise<StartDraftView | null> =>
  readStart(id).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'not_found') return null;
    throw error;
  });

/** What was kept of a new record: read once, for what is typed goes on from it. */
export function useDraft(id: string | undefined) {
  return useQuery({
    queryKey: keys.begun(id ?? ''),
    queryFn: () => readDraft(id ?? ''),
    enabled: id !== undefined,
    staleTime: Infinity,
    gcTime: 0,
  });
}
