import { words } from '@/i18n';

/** The words of a task's deadline. */
export const { useWords: useDeadlineWords } = words({
  due: ['办理期限', 'Due'],
  late_minutes: ['已超时 {n} 分钟', '{n} min late'],
  late_hours: ['已超时 {n} 小时', '{n} h late'],
  late_days: ['已超时 {n} 天', '{n} days late'],
  late_work_minutes: ['已超时 {n} 工作分钟', '{n} working min late'],
  late_work_hours: ['已超时 {n} 工作小时', '{n} working h late'],
  next_remind: ['下次提醒', 'Next reminder'],
  next_copy: ['不处理将抄送上级', 'If nobody decides, the manager gets a copy'],
  next_beside: ['不处理将请上级一起处理', 'If nobody decides, the manager is asked too'],
  next_transfer: ['不处理将转给上级', 'If nobody decides, it goes to the manager'],
  next_approve: ['不处理将自动同意', 'If nobody decides, it is approved automatically'],
  next_reject: ['不处理将自动拒绝', 'If nobody decides, it is rejected automatically'],
  next_return: ['不处理将自动退回', 'If nobody decides, it is returned automatically'],
  next_line: ['不处理将按超时往下走', 'If nobody decides, the flow goes on as out of time'],
});
