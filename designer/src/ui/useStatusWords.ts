import type { AnyState } from './tones';
import { useWords } from './words';

/** The words of a state, where its colour has no place. */
export const useStatusWords = (): ((state: AnyState) => string) => useWords();
