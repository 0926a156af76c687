import { words } from '@/i18n';

export const { useWords, say } = words({
  loading: ['正在加载…', 'Loading…'],
  again: ['再试一次', 'Try again'],
  wrong: ['这里没有加载出来', 'This could not be loaded'],
  missing: ['找不到这个页面', 'There is nothing here'],
  missingHint: [
    '链接可能已失效，或者您没有查看的权限。',
    'The link may be out of date, or you may not be entitled to see it.',
  ],
  home: ['回首页', 'Go to the start page'],
  noDepartment: ['未分部门', 'No department'],
});
