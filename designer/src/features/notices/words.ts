import { words } from '@/i18n';

export const { useWords, say } = words({
  title: ['通知', 'Notices'],
  bell: ['通知，{n} 条未读', 'Notices, {n} unread'],
  none: ['还没有通知', 'No notices yet'],
  readAll: ['全部标为已读', 'Mark all as read'],
  unread: ['未读', 'Unread'],
});
