import { words } from '@/i18n';

/** The words of the account menu's inside and of what it leads to: fetched when it is opened. */
export const { useWords: useAccountWords } = words({
  language: ['界面语言', 'Language'],
  account: ['我的账户', 'My account'],
  deputies: ['代理人', 'Deputies'],
  quiet: ['通知与免打扰', 'Notices and quiet hours'],
  'quiet.hint': [
    '按公司所在地的时间；这段时间内不会收到催办，过后再送达。新待办照常通知。',
    'By the clock where the company is. Reminders wait until these hours are over; new tasks are still told at once.',
  ],
  'quiet.from': ['每天从', 'Each day from'],
  'quiet.until': ['到', 'Until'],
  'quiet.days': ['全天不打扰', 'Whole days'],
  'quiet.mail': ['通知同时发邮件到 {address}', 'Mail notices to {address}, too'],
  'quiet.save': ['保存', 'Save'],
  'quiet.saved': ['已保存', 'Saved'],
  cancel: ['取消', 'Cancel'],
  signOut: ['退出登录', 'Sign out'],
  signOutFailed: ['没能退出登录', 'Signing out did not work'],
});
