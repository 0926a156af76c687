import { words } from '@/i18n';

export const { useWords, say } = words({
  title: ['图形', 'Symbols'],
  hint: ['拖到画布上，或点一下放到中间', 'Drag onto the canvas, or press to place in the middle'],
});
