import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { decideTask, idempotencyKey, keys, type InstanceInfo, type TaskDecision } from '@/api';

/** Decides a task. Pressing twice, or again after a lost answer, counts once. */
export function useDecide(task: string, onDecided: (decision: TaskDecision, instance: InstanceInfo) => void) {
  const cache = useQueryClient();
  const [key] = useState(idempotencyKey);
  return useMutation({
    mutationFn: (decision: TaskDecision) => decideTask(task, decision, `${key}-${decision.outcome}`),
    onSuccess: (instance, decision) => onDecided(decision, instance),
    onSettled: () => {
      for (const queryKey of [keys.tasks, keys.instances, keys.notices])
        void cache.invalidateQueries({ queryKey });
    },
  });
}
