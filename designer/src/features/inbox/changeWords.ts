import { words } from '@/i18n';

/** The words of what changed before a decision. */
export const { useWords: useChangeWords } = words({
  proposal: ['申请的修改', 'The change asked for'],
  proposalHint: [
    '{who} 申请这样修改。通过之前，记录保持原来的值。',
    '{who} asks for this change. Until it is approved the record keeps its values.',
  ],
  proposalGrown: [
    '{who} 申请这样修改，审批中补充的内容也在内。通过之前，记录保持原来的值。',
    '{who} asks for this change; what approvers filled in is part of it. Until it is approved the record keeps its values.',
  ],
  changed: ['您上次处理之后的变化', 'Changed since you last decided'],
  changedSubmitted: ['提交之后的变化', 'Changed since it was submitted'],
});
