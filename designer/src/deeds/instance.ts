import { doWithInstance, terminateInstance } from '@/api';
import { can, type Deed } from './deed';
import { taskDeeds } from './task';

const onInstance =
  (name: string): Deed['run'] =>
  (id, said, key) =>
    doWithInstance(id, { do: name, ...said }, key);

/** What is done with an instance: by who submitted it, and by admins. */
export const instanceDeeds: readonly Deed[] = [
  {
    id: 'withdraw',
    name: { 'zh-CN': '撤回', en: 'Withdraw' },
    hint: {
      'zh-CN': '所有待办都会取消，记录解除锁定；修改后可以重新提交。',
      en: 'All open tasks are cancelled and the record is unlocked, so that you can change it and submit it again.',
    },
    done: { 'zh-CN': '已撤回', en: 'Withdrawn' },
    wants: ['note', 'files'],
    foremost: true,
    when: can('withdraw'),
    run: onInstance('withdraw'),
  },
  {
    id: 'urge',
    name: { 'zh-CN': '催办', en: 'Urge' },
    hint: {
      'zh-CN': '提醒还没有处理的人。同一个待办 4 个工作小时内只能催一次。',
      en: 'Reminds whoever has not acted yet, at most once in four working hours for each task.',
    },
    done: { 'zh-CN': '已催办', en: 'Reminded' },
    wants: ['note'],
    foremost: true,
    when: can('urge'),
    run: onInstance('urge'),
  },
  ...taskDeeds.filter((deed) => deed.id === 'reassign'),
  {
    id: 'jump',
    name: { 'zh-CN': '跳转', en: 'Move' },
    hint: {
      'zh-CN': '把流程移到另一步，用来修复。从列表中选择，或者直接点流程图。',
      en: 'Moves the flow to another step, to repair it. Choose from the list, or press a step on the chart.',
    },
    done: { 'zh-CN': '已跳转', en: 'Moved' },
    wants: ['standing', 'reason'],
    when: can('jump'),
    run: onInstance('jump'),
  },
  {
    id: 'suspend',
    name: { 'zh-CN': '挂起', en: 'Suspend' },
    hint: {
      'zh-CN': '挂起期间谁也不能处理，期限停止计算，恢复后继续。',
      en: 'Nobody can act and no deadline runs until it is resumed.',
    },
    done: { 'zh-CN': '已挂起', en: 'Suspended' },
    wants: ['reason'],
    when: can('suspend'),
    run: onInstance('suspend'),
  },
  {
    id: 'resume',
    name: { 'zh-CN': '恢复', en: 'Resume' },
    hint: {
      'zh-CN': '继续处理，期限顺延挂起的时间。',
      en: 'It goes on; deadlines move by the time that it stood still.',
    },
    done: { 'zh-CN': '已恢复', en: 'Resumed' },
    wants: ['reason'],
    when: can('resume'),
    run: onInstance('resume'),
  },
  {
    id: 'terminate',
    name: { 'zh-CN': '终止', en: 'Terminate' },
    hint: {
      'zh-CN': '所有待办都会取消，记录解除锁定。此操作不能撤销。',
      en: 'All open tasks are cancelled and the record is unlocked. This cannot be undone.',
    },
    done: { 'zh-CN': '流程已终止', en: 'Terminated' },
    wants: ['reason'],
    danger: true,
    when: can('terminate'),
    run: (id, said) => terminateInstance(id, said.comment ?? ''),
  },
  {
    id: 'void',
    name: { 'zh-CN': '作废', en: 'Declare void' },
    hint: {
      'zh-CN': '已经结束的申请作废，记录保留，不能恢复。',
      en: 'The finished request no longer counts. It stays on record, and this cannot be undone.',
    },
    done: { 'zh-CN': '已作废', en: 'Declared void' },
    wants: ['reason', 'files'],
    danger: true,
    when: can('void'),
    run: onInstance('void'),
  },
];
