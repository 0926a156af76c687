import { words } from '@/i18n';

// Apart from words.ts, for these come with the first file.
export const { useWords, say } = words({
  drop: ['也可以拖到这里，或粘贴图片', 'or drop them here, or paste a picture'],
  files: ['附件', 'Attachments'],
  attached: ['已添加的附件', 'Files attached'],
  sending: ['正在上传 {percent}%', '{percent}% uploaded'],
  retry: ['重试', 'Try again'],
  cancel: ['取消上传 {name}', 'Stop uploading {name}'],
  remove: ['移除 {name}', 'Remove {name}'],
  download: ['下载 {name}', 'Download {name}'],
  view: ['查看 {name}', 'View {name}'],
  gone: ['附件已不在', 'This file is no longer there'],
  empty: ['文件是空的，请检查后重新选择。', 'The file is empty; look at it and choose again.'],
  tooLarge: ['文件太大，最多 {max}。', 'The file is too large; {max} is the most.'],
  tooMany: ['一次最多 {n} 个附件。', 'At most {n} files at once.'],
});
