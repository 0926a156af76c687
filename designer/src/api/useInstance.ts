import { useQuery } from '@tanstack/react-query';
import { listInstances, readInstance, type InstanceSearch } from './instances';
import { keys, topics } from './keys';
import { useLive } from './useLive';

/** An instance with its chart and history, kept new by the live connection. */
export function useInstance(id: string | undefined) {
  const query = useQuery({
    queryKey: keys.instance(id ?? ''),
    queryFn: () => readInstance(id ?? ''),
    enabled: id !== undefined,
  });
  useLive(
    id === undefined ? undefined : topics.instance(id),
    [keys.instance(id ?? '')],
    query.data?.revision,
  );
  return query;
}

/** A page of instances, kept new by the live connection. */
export function useInstances(search: InstanceSearch, enabled = true) {
  useLive(topics.instances, [[...keys.instances, 'list']]);
  return useQuery({
    queryKey: keys.instanceList(search),
    queryFn: () => listInstances(search),
    enabled,
    placeholderData: (before) => before,
  });
}
