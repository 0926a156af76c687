import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { handOver, keys, type HandedOver } from '@/api';

const nothing: HandedOver = { tasks: 0, instances: 0, failed: [], next: '', mended: [], deputies: 0 };

const added = (all: HandedOver, part: HandedOver): HandedOver => ({
  tasks: all.tasks + part.tasks,
  instances: all.instances + part.instances,
  failed: [...all.failed, ...part.failed],
  mended: [...all.mended, ...part.mended],
  deputies: all.deputies + part.deputies,
  next: part.next,
});

/** Hands somebody's work over part by part, and tells how far it has come. What is moved is not moved again. */
export function useHandOver(person: string) {
  const cache = useQueryClient();
  const [sofar, setSofar] = useState(nothing);
  const handing = useMutation({
    mutationFn: async (what: { successor: string; reason: string }) => {
      let all = nothing;
      do {
        all = added(all, await handOver(person, { ...what, after: all.next }));
        setSofar(all);
      } while (all.next);
      return all;
    },
    onSettled: () => {
      for (const queryKey of [
        keys.company,
        keys.people,
        keys.deputies,
        keys.tasks,
        keys.instances,
        keys.incidents,
        keys.flows,
      ])
        void cache.invalidateQueries({ queryKey });
    },
  });
  return { handing, sofar };
}
