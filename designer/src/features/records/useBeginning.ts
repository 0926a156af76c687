import { useQuery } from '@tanstack/react-query';
import { keys, readRecord, readRecordFlows } from '@/api';
import { readDraft } from './useDraft';

/**
 * What a request begins from: the record, the form of the flow's start, and what was kept of it. All three are read when
 * the page opens and stay as they were, for what differs from them is what the person has typed.
 */
export function useBeginning(type: string, id: string, flow: string) {
  return useQuery({
    queryKey: keys.begun(type, id, flow),
    queryFn: async () => {
      const [record, flows] = await Promise.all([readRecord(type, id), readRecordFlows(type, id)]);
      const startable = record.lockedBy ? undefined : flows.startable.find((one) => one.key === flow);
      const draft = startable?.draft ? await readDraft(startable.draft) : null;
      return { record, flow: startable, draft };
    },
    staleTime: Infinity,
    gcTime: 0,
  });
}
