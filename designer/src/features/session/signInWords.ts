import { words } from '@/i18n';

export const { useWords: useSignInWords } = words({
  title: ['登录', 'Sign in'],
  slogan: ['审批流程，一画就懂、一跑就见', 'Approval flows you can draw, run and watch'],
  name: ['用户名', 'Sign-in name'],
  password: ['密码', 'Password'],
  nameWanted: ['请输入用户名', 'Enter your sign-in name'],
  passwordWanted: ['请输入密码', 'Enter your password'],
  enter: ['登录', 'Sign in'],
  wait: ['尝试次数太多，请在 {n} 秒后再试。', 'Too many attempts. Try again in {n} seconds.'],
  forgotten: [
    '忘了密码？请联系管理员重设。',
    'Forgot your password? Ask your administrator to set a new one.',
  ],
  language: ['界面语言', 'Language'],
});
