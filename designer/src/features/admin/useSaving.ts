import { useMutation, useQueryClient } from '@tanstack/react-query';
import { keys, Problem } from '@/api';
import { useMessage } from '@/ui';
import { useWords } from './words';

/** Saves a part of the company and shows the company anew; a refusal is told in the server's words. */
export function useSaving<T>(save: (value: T) => Promise<void>, onSaved: () => void) {
  const say = useWords();
  const cache = useQueryClient();
  const message = useMessage();
  return useMutation({
    mutationFn: save,
    onSuccess: () => {
      void message.success(say('saved'));
      for (const queryKey of [keys.company, keys.people]) void cache.invalidateQueries({ queryKey });
      onSaved();
    },
    onError: (error) => void message.error([error.message, ...wrongPlaces(error)].join(' ')),
  });
}

/** What the server says of the places of the input that are wrong. */
export const wrongPlaces = (error: Error): string[] =>
  error instanceof Problem ? error.errors.map((wrong) => wrong.message) : [];
