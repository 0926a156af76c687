import { useQuery } from '@tanstack/react-query';
import { keys, topics } from './keys';
import { listTasks } from './tasks';
import { useLive } from './useLive';
import { useMe } from './useSession';

/** A page of my tasks, kept new by the live connection. */
export function useTasks(state: 'open' | 'done', page: number, size: number) {
  const me = useMe();
  useLive(me && topics.inbox(me.id), [keys.tasks, keys.notices]);
  return useQuery({
    queryKey: [...keys.taskList(state, page), size],
    queryFn: () => listTasks({ state, offset: page * size, limit: size }),
    enabled: me !== undefined,
    placeholderData: (before) => before,
  });
}

/** How many tasks wait for me. */
export const useOpenTaskCount = (): number => useTasks('open', 0, 1).data?.total ?? 0;
