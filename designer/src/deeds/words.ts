import { words } from '@/i18n';

export const { useWords } = words({ more: ['更多', 'More'] });
