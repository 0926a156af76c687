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
    done: { 'zh-CN': '已撤回', en: 'Withdrawn' },
    wants: ['note', 'files'],
    foremost: true,
    when: can('withdraw'),
    run: onInstance('withdraw'),
  },
  {
    id: 'urge',
    name: { 'zh-CN': '催办', en: 'Urge' },
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
    done: { 'zh-CN': '已跳转', en: 'Moved' },
    wants: ['standing', 'reason'],
    when: can('jump'),
    run: onInstance('jump'),
  },
  {
    id: 'suspend',
    name: { 'zh-CN': '挂起', en: 'Suspend' },
    done: { 'zh-CN': '已挂起', en: 'Suspended' },
    wants: ['reason'],
    when: can('suspend'),
    run: onInstance('suspend'),
  },
  {
    id: 'resume',
    name: { 'zh-CN': '恢复', en: 'Resume' },
    done: { 'zh-CN': '已恢复', en: 'Resumed' },
    wants: ['reason'],
    when: can('resume'),
    run: onInstance('resume'),
  },
  {
    id: 'terminate',
    name: { 'zh-CN': '终止', en: 'Terminate' },
    done: { 'zh-CN': '流程已终止', en: 'Terminated' },
    wants: ['reason'],
    danger: true,
    when: can('terminate'),
    run: (id, said) => terminateInstance(id, said.comment ?? ''),
  },
  {
    id: 'ask_void',
    name: { 'zh-CN': '申请作废', en: 'Ask to void' },
    done: { 'zh-CN': '已申请作废', en: 'Asked to void it' },
    wants: ['reason', 'files'],
    danger: true,
    when: can('ask_void'),
    run: onInstance('ask_void'),
  },
  {
    id: 'void',
    name: { 'zh-CN': '作废', en: 'Declare void' },
    done: { 'zh-CN': '已作废', en: 'Declared void' },
    wants: ['reason', 'files'],
    danger: true,
    when: can('void'),
    run: onInstance('void'),
  },
];
