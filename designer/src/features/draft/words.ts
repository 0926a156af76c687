import { words } from '@/i18n';

export const { useWords, say } = words({
  saved: ['已保存', 'Saved'],
  unsaved: ['有改动，即将保存', 'Changes will be saved'],
  saving: ['正在保存…', 'Saving…'],
  offline: ['连不上服务器，改动已存在本机', 'Offline: changes are kept in this browser'],
  refused: ['没有保存', 'Not saved'],
  conflict: ['别人也改了这份草稿', 'Somebody else changed this draft'],
  readOnly: ['只读', 'Read only'],
  resumed: ['已恢复上次没来得及保存的改动。', 'Changes that had not been saved last time are back.'],
  theirsOpened: [
    '{name} 刚保存了这份草稿，已显示最新内容。',
    '{name} has just saved this draft; you see it now.',
  ],
  conflictTitle: ['这份草稿在别处有了新的保存', 'This draft was saved somewhere else'],
  conflictBody: [
    '{name} 在 {time} 保存了另一份内容。您的改动没有丢，也没有覆盖对方的内容。请选择怎么办：',
    '{name} saved something else at {time}. Nothing of yours is lost and nothing of theirs was overwritten. Choose how to go on:',
  ],
  onlyMine: ['只在我这里', 'Only in mine'],
  onlyTheirs: ['只在对方那里', 'Only in theirs'],
  changed: ['两边设置不同', 'Different settings'],
  arrows: ['箭头不同', 'Different arrows'],
  count: ['{n} 处', '{n}'],
  look: ['在新窗口看对方的内容', 'Look at theirs in a new window'],
  takeTheirs: ['用对方的内容', 'Take theirs'],
  keepCopy: ['把我的另存为副本', 'Keep mine as a copy'],
  copyName: ['{name}（副本）', '{name} (copy)'],
  later: ['先看看再说', 'Not now'],
});
