import type { Unsettled } from './unsettled';
import { say } from './words';

/** Why files cannot be sent yet, in words; nothing when they can. */
export const waitWords = (unsettled: Unsettled): string | undefined => unsettled && say(`wait.${unsettled}`);
