import { words } from '@/i18n';

export const { useWords, say } = words({
  attach: ['添加附件', 'Attach'],
  attachHint: ['选择文件，也可以拖进来或粘贴图片', 'Choose files, drop them here, or paste a picture'],
  'wait.sending': ['附件还没有传完，请稍候再提交。', 'A file is still being uploaded; wait a moment.'],
  'wait.failed': ['有附件没有传上去，请重试或移除。', 'A file was not uploaded; try it again, or remove it.'],
});
