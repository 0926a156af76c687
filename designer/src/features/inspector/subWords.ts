import { words } from '@/i18n';

/** The words of sub-flow steps. */
export const { useWords: useSubWords, say: saySub } = words({
  flow: ['启动哪个流程', 'Which flow runs'],
  flowHint: [
    '提交人同本流程；子流程通过或被拒绝，这一步就通过或被拒绝。',
    'Submitted by the same person; this step is approved or rejected as the sub-flow is.',
  ],
  chooseFlow: ['选择流程', 'Choose a flow'],
  unpublished: ['{flow}（尚未发布）', '{flow} (not published)'],
  noFlow: ['没有用于{record}的其他流程', 'There is no other flow for {record}'],
  latest: ['每次走到这里都用当时的最新版', 'Use the newest version each time it comes here'],
  wait: ['等待子流程的结果', 'Wait for the result'],
  each: ['启动几个', 'How many'],
  each_one: ['一个', 'One'],
  each_rows: ['明细的每一行一个', 'One for each detail row'],
  each_options: ['所选的每一项一个', 'One for each chosen option'],
  each_count: ['固定个数', 'A fixed number'],
  finish: ['几个通过才算通过', 'How many must be approved'],
  finish_: ['全部', 'All'],
  finish_any: ['任意一个', 'Any one'],
  finish_n: ['至少几个', 'At least so many'],
  over: ['处理哪条记录', 'Which record it is about'],
  over_same: ['同一条记录', 'The same record'],
  over_linked: ['关联的记录', 'A linked record'],
  over_new: ['为它新建一条记录', 'A new record made for it'],
  link: ['哪个关联字段', 'Which link'],
  of: ['新记录的类型', 'Type of the new record'],
  in: ['填入新记录的字段', 'What the new record gets'],
  out: ['通过后带回的字段', 'What comes back once approved'],
});
