import { words } from '@/i18n';

/** What is said of a task that is not open; it comes with the note that says it. */
export const { useWords: useClosedWords } = words({
  'closed.title': ['这一步已经处理过了', 'This has already been handled'],
  'closed.by': [
    '{who} 已在 {when} 处理（{what}），您不用再做什么。',
    '{who} handled it on {when} ({what}). There is nothing left to do for you.',
  ],
  'closed.you': ['您已在 {when} 处理（{what}）。', 'You handled it on {when} ({what}).'],
  'closed.gone': ['这个任务已不再需要处理。', 'This task is no longer needed.'],
  'did.state.approved': ['同意', 'approved'],
  'did.state.rejected': ['拒绝', 'rejected'],
  'did.state.done': ['完成', 'done'],
  'did.state.returned': ['退回', 'returned'],
  'did.state.abstained': ['弃权', 'abstained'],
  'did.state.transferred': ['转交', 'transferred'],
  'rest.waiting': ['还没轮到您', 'Not your turn yet'],
  'rest.waiting.hint': ['前面的人处理后会通知您。', 'You will be told when those before you have acted.'],
  'rest.delegated': ['正在等意见', 'Waiting for an opinion'],
  'rest.delegated.hint': [
    '对方回复后由您决定；不想等的话可以收回。',
    'You decide once the answer is here; recall it if you do not want to wait.',
  ],
  'rest.approved_pending': ['您已同意，等加签的人', 'You approved; added signers are still to act'],
  'rest.approved_pending.hint': [
    '他们处理后流程继续，您不用再做什么。',
    'It goes on when they have acted; there is nothing left to do for you.',
  ],
});
