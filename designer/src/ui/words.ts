import { words } from '@/i18n';

export const { useWords, say } = words({
  loading: ['正在加载…', 'Loading…'],
  again: ['再试一次', 'Try again'],
  wrong: ['这里没有加载出来', 'This could not be loaded'],
  pages: ['翻页', 'Pages'],
  pageBefore: ['上一页', 'Previous page'],
  pageAfter: ['下一页', 'Next page'],
  pageRange: ['第 {from}–{to} 条，共 {total} 条', '{from}–{to} of {total}'],
  you: ['我', 'you'],

  'status.running': ['进行中', 'Under way'],
  'status.faulted': ['卡住了', 'Stuck'],
  'status.approved': ['已通过', 'Approved'],
  'status.rejected': ['已拒绝', 'Rejected'],
  'status.terminated': ['已终止', 'Terminated'],

  'task.waiting': ['还没轮到', 'Not yet'],
  'task.open': ['待处理', 'To do'],
  'task.approved': ['已同意', 'Approved'],
  'task.rejected': ['已拒绝', 'Rejected'],
  'task.done': ['已完成', 'Done'],
  'task.transferred': ['已转交', 'Handed on'],
  'task.skipped': ['已跳过', 'Skipped'],
  'task.cancelled': ['已取消', 'Cancelled'],

  'node.idle': ['未到达', 'Not reached'],
  'node.here': ['进行中', 'Here now'],
  'node.waiting': ['等待汇合', 'Waiting'],
  'node.done': ['已完成', 'Done'],
  'node.refused': ['已拒绝', 'Refused'],
  'node.fault': ['出错', 'Fault'],
});
