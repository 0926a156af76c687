import { words } from '@/i18n';

export const { useWords, say } = words({
  thread: ['沟通', 'Conversation'],
  none: [
    '还没有人留言。在这里提问或说明，不影响审批。',
    'Nobody has written yet. Asking here decides nothing.',
  ],
  write: ['写留言…', 'Write a message…'],
  send: ['发送', 'Send'],
  tell: ['提醒', 'Tell'],
  at: ['@{name}', '@{name}'],
});
