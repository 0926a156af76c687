import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { idempotencyKey, keys } from '@/api';
import { useText } from '@/i18n';
import { useMessage } from '@/ui';
import { idOf, type Deed, type DeedForm, type Subject } from './deed';

/** Does something, once however often it is pressed: every opening of a dialog has one key. */
export function useDeed(deed: Deed, subject: Subject, onDone: () => void) {
  const text = useText();
  const cache = useQueryClient();
  const message = useMessage();
  const [key] = useState(idempotencyKey);
  return useMutation({
    mutationFn: ({ task, person, comment, files, ...said }: DeedForm) => {
      const words = comment?.trim();
      const told = {
        ...said,
        ...(person ? { people: [person] } : {}),
        ...(words ? { comment: words } : {}),
        ...(deed.binds && 'task' in subject ? { seen: subject.task.data } : {}),
        ...(files && files.length > 0 ? { files } : {}),
      };
      return deed.run(task ?? idOf(subject), told, key);
    },
    onSuccess: () => {
      void message.success(text(deed.done));
      onDone();
    },
    onSettled: () => {
      for (const queryKey of [keys.tasks, keys.instances, keys.notices])
        void cache.invalidateQueries({ queryKey });
    },
  });
}
