import type { Text } from '@/i18n';

/** What comes of each thing that is done, by its id: it stands above its form, and comes with the first dialog. */
export const hints: Readonly<Record<string, Text>> = {
  return: {
    'zh-CN': '退回给前面的人修改或补充。您一个人就可以退回，不需要别人同意。',
    en: 'Sends it back to be mended. You can do this alone, whoever else is asked.',
  },
  transfer: {
    'zh-CN': '交给别人处理，由他决定，您不再处理；期限不变。',
    en: 'Somebody else decides instead of you. The deadline stays as it is.',
  },
  delegate: {
    'zh-CN': '请别人给出意见，之后仍由您决定；您可以随时收回。',
    en: 'Somebody gives an opinion, then you decide. You can recall it at any time.',
  },
  add_signers: { 'zh-CN': '请更多的人一起审批这一步。', en: 'More people sign this step.' },
  remove_signers: {
    'zh-CN': '只能减去加签加入、还没有处理的人。',
    en: 'Only people who were added and have not acted yet can be removed.',
  },
  recall: {
    'zh-CN': '不再等对方的意见，由您直接决定。',
    en: 'You decide without waiting for the opinion.',
  },
  put_back: {
    'zh-CN': '放回待认领，别人又可以认领。',
    en: 'Others can claim it again.',
  },
  take_back: {
    'zh-CN': '收回您的决定，重新处理。后面的人一旦处理过，就不能再拿回。',
    en: 'Your decision is undone and the task is yours again. Not possible once somebody after you has acted.',
  },
  reassign: {
    'zh-CN': '管理员把待办交给另一个人，由他决定。',
    en: 'An administrator gives the task to somebody else, who decides.',
  },
  withdraw: {
    'zh-CN': '所有待办都会取消，记录解除锁定；修改后可以重新提交。',
    en: 'All open tasks are cancelled and the record is unlocked, so that you can change it and submit it again.',
  },
  urge: {
    'zh-CN': '提醒还没有处理的人。同一个待办 4 个工作小时内只能催一次。',
    en: 'Reminds whoever has not acted yet, at most once in four working hours for each task.',
  },
  jump: {
    'zh-CN': '把流程移到另一步，用来修复。从列表中选择，或者直接点流程图。',
    en: 'Moves the flow to another step, to repair it. Choose from the list, or press a step on the chart.',
  },
  suspend: {
    'zh-CN': '挂起期间谁也不能处理，期限停止计算，恢复后继续。',
    en: 'Nobody can act and no deadline runs until it is resumed.',
  },
  resume: {
    'zh-CN': '继续处理，期限顺延挂起的时间。',
    en: 'It goes on; deadlines move by the time that it stood still.',
  },
  terminate: {
    'zh-CN': '所有待办都会取消，记录解除锁定。此操作不能撤销。',
    en: 'All open tasks are cancelled and the record is unlocked. This cannot be undone.',
  },
  ask_void: {
    'zh-CN': '审批通过后，这个已通过的申请作废；之前它仍然有效。可以在作废申请里撤回。',
    en: 'Once that is approved, this request no longer counts; until then it does. You can withdraw what you ask here.',
  },
  void: {
    'zh-CN': '已经结束的申请作废，记录保留，不能恢复。',
    en: 'The finished request no longer counts. It stays on record, and this cannot be undone.',
  },
};
