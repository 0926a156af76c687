/** What people attach: chosen, dropped or pasted, uploaded at once, and had by whoever may see what it goes with. */
import { later } from '@/ui';

export { AttachButton } from './AttachButton';
export { namesOf } from './names';
export { settledOf, unsettledOf } from './unsettled';
export { waitWords } from './waitWords';
export { useAttached, type Attached } from './useAttached';
export { useTaking } from './useTaking';

// Fetched with the first file.
export const AttachedFiles = later(async () => (await import('./AttachedFiles')).AttachedFiles);
export const FileList = later(async () => (await import('./FileList')).FileList);
export const FilesInput = later(async () => (await import('./FilesInput')).FilesInput);
