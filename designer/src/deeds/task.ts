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
    hint: {
      'zh-CN': '退回给前面的人修改或补充。您一个人就可以退回，不需要别人同意。',
      en: 'Sends it back to be mended. You can do this alone, whoever else is asked.',
    },
    done: { 'zh-CN': '已退回', en: 'Returned' },
    wants: ['back', 'done', 'way', 'reason', 'files'],
    leaves: true,
    when: can('return'),
    run: onTask('return'),
  },
  {
    id: 'transfer',
    name: { 'zh-CN': '转交', en: 'Transfer' },
    hint: {
      'zh-CN': '交给别人处理，由他决定，您不再处理；期限不变。',
      en: 'Somebody else decides instead of you. The deadline stays as it is.',
    },
    done: { 'zh-CN': '已转交', en: 'Transferred' },
    wants: ['person', 'note', 'files'],
    leaves: true,
    when: can('transfer'),
    run: onTask('transfer'),
  },
  {
    id: 'delegate',
    name: { 'zh-CN': '委派', en: 'Ask for an opinion' },
    hint: {
      'zh-CN': '请别人给出意见，之后仍由您决定；您可以随时收回。',
      en: 'Somebody gives an opinion, then you decide. You can recall it at any time.',
    },
    done: { 'zh-CN': '已委派', en: 'Asked' },
    wants: ['person', 'note', 'files'],
    when: can('delegate'),
    run: onTask('delegate'),
  },
  {
    id: 'add_signers',
    name: { 'zh-CN': '加签', en: 'Add signers' },
    hint: { 'zh-CN': '请更多的人一起审批这一步。', en: 'More people sign this step.' },
    done: { 'zh-CN': '已加签', en: 'Signers added' },
    wants: ['people', 'place', 'note', 'files'],
    binds: true,
    when: (all) => ['add_before', 'add_after', 'add_beside'].some((one) => all.includes(one)),
    run: onTask('add_signers'),
  },
  {
    id: 'remove_signers',
    name: { 'zh-CN': '减签', en: 'Remove signers' },
    hint: {
      'zh-CN': '只能减去加签加入、还没有处理的人。',
      en: 'Only people who were added and have not acted yet can be removed.',
    },
    done: { 'zh-CN': '已减签', en: 'Signers removed' },
    wants: ['added', 'note'],
    when: can('remove_signers'),
    run: onTask('remove_signers'),
  },
  {
    id: 'recall',
    name: { 'zh-CN': '收回委派', en: 'Recall' },
    hint: {
      'zh-CN': '不再等对方的意见，由您直接决定。',
      en: 'You decide without waiting for the opinion.',
    },
    done: { 'zh-CN': '已收回', en: 'Recalled' },
    wants: ['note'],
    when: can('recall'),
    run: onTask('recall'),
  },
  {
    id: 'put_back',
    name: { 'zh-CN': '放回', en: 'Put back' },
    hint: {
      'zh-CN': '放回待认领，别人又可以认领。',
      en: 'Others can claim it again.',
    },
    done: { 'zh-CN': '已放回', en: 'Put back' },
    wants: ['note'],
    leaves: true,
    when: can('put_back'),
    run: onTask('put_back'),
  },
  {
    id: 'take_back',
    name: { 'zh-CN': '拿回', en: 'Take back' },
    hint: {
      'zh-CN': '收回您的决定，重新处理。后面的人一旦处理过，就不能再拿回。',
      en: 'Your decision is undone and the task is yours again. Not possible once somebody after you has acted.',
    },
    done: { 'zh-CN': '已拿回，可以重新处理', en: 'Taken back; decide again' },
    wants: ['note'],
    when: can('take_back'),
    run: onTask('take_back'),
  },
  {
    id: 'reassign',
    name: { 'zh-CN': '改派', en: 'Reassign' },
    hint: {
      'zh-CN': '管理员把待办交给另一个人，由他决定。',
      en: 'An administrator gives the task to somebody else, who decides.',
    },
    done: { 'zh-CN': '已改派', en: 'Reassigned' },
    wants: ['open', 'person', 'reason', 'files'],
    when: can('reassign'),
    run: onTask('reassign'),
  },
];
