import { words } from '@/i18n';

export const { useWords: useVoidsWords, say: sayVoids } = words({
  voids: [
    '这是作废申请：同意后，“{flow}” {number} 作废',
    'A request to void: once approved, {flow} {number} is void',
  ],
  original: ['看原来的申请', 'See what it is about'],
});
