import { words } from '@/i18n';

export const { say } = words({
  offline: [
    '连不上服务器，刚才的操作没有生效。请检查网络后再试。',
    'The server cannot be reached; nothing was changed. Check the connection and try again.',
  ],
  failed: ['操作没有成功，请稍后再试。', 'That did not work. Please try again.'],
  noDiagram: ['流程图没有生成出来，请稍后再试。', 'The diagram could not be drawn. Please try again.'],
});
