import { useQuery } from '@tanstack/react-query';
import { keys, topics } from './keys';
import { listTasks, readUnread, type TaskSearch } from './tasks';
import { useLive } from './useLive';
import { useMe } from './useSession';

/** A page of my tasks, kept new by the live connection. */
export function useTasks(search: TaskSearch, enabled = true) {
  const me = useMe();
  useLive(me && topics.inbox(me.id), [keys.tasks, keys.notices]);
  return useQuery({
    queryKey: keys.taskList(search),
    queryFn: () => listTasks(search),
    enabled: enabled && me !== undefined,
    placeholderData: (before) => before,
  });
}

/** How much waits for me, kept new by the live connection. */
export function useUnread() {
  const me = useMe();
  useLive(me && topics.inbox(me.id), [keys.tasks, keys.instanceCopies]);
  return useQuery({ queryKey: keys.unread, queryFn: readUnread, enabled: me !== undefined }).data;
}
