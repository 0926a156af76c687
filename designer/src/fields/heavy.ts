import { lazy } from 'react';

// What weighs much and stands on few pages comes with the first field that needs it: the task page mostly only reads.
export const ChoiceInput = lazy(async () => ({ default: (await import('./ChoiceInput')).ChoiceInput }));
export const DateInput = lazy(async () => ({ default: (await import('./DateInput')).DateInput }));
export const LinkInput = lazy(async () => ({ default: (await import('./LinkInput')).LinkInput }));
export const ManyInput = lazy(async () => ({ default: (await import('./ManyInput')).ManyInput }));
export const PersonInput = lazy(async () => ({ default: (await import('./PersonInput')).PersonInput }));
