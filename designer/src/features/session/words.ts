import { words } from '@/i18n';

export const { useWords } = words({
  account: ['我的账户', 'My account'],
  staff: ['员工', 'Staff'],
  key_user: ['流程设计员', 'Flow designer'],
  admin: ['管理员', 'Administrator'],
});
