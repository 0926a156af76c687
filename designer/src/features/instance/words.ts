import { words } from '@/i18n';

export const { useWords, say } = words({
  back: ['流程跟踪', 'Requests'],
  submittedBy: ['提交人', 'Submitted by'],
  startedAt: ['提交时间', 'Submitted'],
  endedAt: ['结束时间', 'Ended'],
  version: ['{flow} · 第 {n} 版', '{flow} · version {n}'],
  decide: ['去处理', 'Decide now'],
  diagram: ['下载流程图', 'Download diagram'],
  svg: ['SVG（矢量图）', 'SVG (scalable)'],
  png: ['PNG（图片）', 'PNG (picture)'],
  diagramFailed: ['流程图没有下载成功', 'The diagram could not be downloaded'],
  terminate: ['终止流程', 'Terminate'],
  terminateTitle: ['终止这个流程？', 'Terminate this request?'],
  terminateHint: [
    '所有待办都会取消，记录解除锁定。此操作不能撤销。',
    'All open tasks are cancelled and the record is unlocked. This cannot be undone.',
  ],
  reason: ['原因', 'Reason'],
  reasonWanted: ['请写明终止原因', 'Say why it is terminated'],
  cancel: ['取消', 'Cancel'],
  terminated: ['流程已终止', 'The request was terminated'],
  history: ['经过', 'History'],
  chart: ['进度', 'Progress'],
  stuck: ['流程卡住了', 'This request is stuck'],
  stuckHint: [
    '管理员已能看到这个问题，处理后流程会继续。',
    'Administrators can see this; the flow goes on once it is repaired.',
  ],
  repair: ['去处理问题', 'Repair it'],
});
