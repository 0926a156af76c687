import { doWithTask } from '@/api';
import { can, type Deed } from './deed';

const onTask =
  (name: string): Deed['run'] =>
  (id, said, key) =>
    doWithTask(id, { do: name, ...said }, key);

/** What an assignee does with a task besides deciding it. */
export const taskDeeds: readonly Deed[] = [
  {
    id: 'claim',
    name: { 'zh-CN': '认领', en: 'Claim' },
    hint: {
      'zh-CN': '认领后由您处理，别人的待办会关闭。',
      en: 'You handle it; nobody else is asked any more.',
    },
    done: { 'zh-CN': '已认领', en: 'Claimed' },
    wants: [],
    foremost: true,
    once: true,
    when: can('claim'),
    run: onTask('claim'),
  },
  {
    id: 'return',
    name: { 'zh-CN': '退回', en: 'Return' },
    done: { 'zh-CN': '已退回', en: 'Returned' },
    wants: ['back', 'done', 'way', 'reason', 'files'],
    leaves: true,
    when: can('return'),
    run: onTask('return'),
  },
  {
    id: 'transfer',
    name: { 'zh-CN': '转交', en: 'Transfer' },
    done: { 'zh-CN': '已转交', en: 'Transferred' },
    wants: ['person', 'note', 'files'],
    leaves: true,
    when: can('transfer'),
    run: onTask('transfer'),
  },
  {
    id: 'delegate',
    name: { 'zh-CN': '委派', en: 'Ask for an opinion' },
    done: { 'zh-CN': '已委派', en: 'Asked' },
    wants: ['person', 'note', 'files'],
    when: can('delegate'),
    run: onTask('delegate'),
  },
  {
    id: 'add_signers',
    name: { 'zh-CN': '加签', en: 'Add signers' },
    done: { 'zh-CN': '已加签', en: 'Signers added' },
    wants: ['people', 'place', 'note', 'files'],
    binds: true,
    when: (all) => ['add_before', 'add_after', 'add_beside'].some((one) => all.includes(one)),
    run: onTask('add_signers'),
  },
  {
    id: 'remove_signers',
    name: { 'zh-CN': '减签', en: 'Remove signers' },
    done: { 'zh-CN': '已减签', en: 'Signers removed' },
    wants: ['added', 'note'],
    when: can('remove_signers'),
    run: onTask('remove_signers'),
  },
  {
    id: 'recall',
    name: { 'zh-CN': '收回委派', en: 'Recall' },
    done: { 'zh-CN': '已收回', en: 'Recalled' },
    wants: ['note'],
    when: can('recall'),
    run: onTask('recall'),
  },
  {
    id: 'put_back',
    name: { 'zh-CN': '放回', en: 'Put back' },
    done: { 'zh-CN': '已放回', en: 'Put back' },
    wants: ['note'],
    leaves: true,
    when: can('put_back'),
    run: onTask('put_back'),
  },
  {
    id: 'take_back',
    name: { 'zh-CN': '拿回', en: 'Take back' },
    done: { 'zh-CN': '已拿回，可以重新处理', en: 'Taken back; decide again' },
    wants: ['note'],
    when: can('take_back'),
    run: onTask('take_back'),
  },
  {
    id: 'reassign',
    name: { 'zh-CN': '改派', en: 'Reassign' },
    done: { 'zh-CN': '已改派', en: 'Reassigned' },
    wants: ['open', 'person', 'reason', 'files'],
    when: can('reassign'),
    run: onTask('reassign'),
  },
];
