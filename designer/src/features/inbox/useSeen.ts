import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { keys, seeTask } from '@/api';

/** Tells once that I have opened a task, if it is mine to decide: it counts as read from then on. */
export function useSeen(id: string | undefined): void {
  const cache = useQueryClient();
  useEffect(() => {
    if (id === undefined) return;
    void seeTask(id).then(
      () => cache.invalidateQueries({ queryKey: keys.unread }),
      () => undefined, // it stays unread, and is told again when it is opened again
    );
  }, [id, cache]);
}
