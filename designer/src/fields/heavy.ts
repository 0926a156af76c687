import { later } from '@/ui';

// What weighs much and stands on few pages comes with the first field that needs it: the task page mostly only reads.
export const ChangeNote = later(async () => (await import('./ChangeNote')).ChangeNote);
export const ChoiceInput = later(async () => (await import('./ChoiceInput')).ChoiceInput);
export const DateInput = later(async () => (await import('./DateInput')).DateInput);
export const Differences = later(async () => (await import('./Differences')).Differences);
export const LinkInput = later(async () => (await import('./LinkInput')).LinkInput);
export const ManyInput = later(async () => (await import('./ManyInput')).ManyInput);
export const PickInput = later(async () => (await import('./PickInput')).PickInput);
export const PersonInput = later(async () => (await import('./PersonInput')).PersonInput);
export const YesNoInput = later(async () => (await import('./YesNoInput')).YesNoInput);
