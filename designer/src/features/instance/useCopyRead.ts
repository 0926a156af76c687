import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { keys, readCopies, type InstanceView } from '@/api';

/** Tells once that I have read my copy of a request. */
export function useCopyRead(instance: InstanceView | undefined): void {
  const cache = useQueryClient();
  const id = instance?.copy && !instance.copy.readAt ? instance.id : undefined;
  useEffect(() => {
    if (id === undefined) return;
    void readCopies([id]).then(
      () => cache.invalidateQueries({ queryKey: keys.unread }),
      () => undefined, // it stays unread, and is told again when it is opened again
    );
  }, [id, cache]);
}
