import { words } from '@/i18n';

export const { useWords, say } = words({
  home: ['首页', 'Home'],
  inbox: ['待办', 'Inbox'],
  records: ['业务记录', 'Records'],
  instances: ['流程跟踪', 'Requests'],
  flows: ['流程设计', 'Flows'],
  admin: ['管理', 'Admin'],
  more: ['更多', 'More'],
  navigation: ['主导航', 'Main navigation'],
  skip: ['跳到内容', 'Skip to content'],
  waiting: ['{n} 项未读', '{n} unread'],
  lost: ['与服务器的连接断开了，正在重新连接…', 'The connection to the server was lost; trying again…'],
  notFound: ['这里什么也没有', 'There is nothing here'],
  notFoundHint: ['链接可能写错了，或者内容已经移走。', 'The link may be wrong, or what it led to has moved.'],
  notFetched: ['这一页没有取到', 'This page could not be fetched'],
  notFetchedHint: [
    '服务器现在连不上，或者刚刚更新过。请稍后重新加载。',
    'The server cannot be reached, or has just been updated. Load again in a moment.',
  ],
  crash: ['页面出错了', 'This page broke'],
  crashHint: [
    '您的数据没有受影响。请重新载入页面；如果还不行，请联系管理员。',
    'Your data is safe. Load the page again; if that does not help, ask your administrator.',
  ],
  reload: ['重新载入', 'Load again'],
  toHome: ['回到首页', 'Go to the home page'],
});
