import { process } from '../outlines';
import type { Part } from '../part';

export const approve: Part = {
  id: 'approve',
  kind: 'step',
  name: { 'zh-CN': '审批', en: 'Approval' },
  hint: { 'zh-CN': '请人同意或拒绝', en: 'Asks people to approve or refuse' },
  icon: 'M2.5 3.5h11v9h-11ZM5.5 8l2 2 3.5-4',
  size: { width: 200, height: 72 },
  outline: process,
  create: (id) => ({
    id,
    kind: 'step',
    name: { 'zh-CN': '审批', en: 'Approval' },
    action: { type: 'approve', by: [], quorum: { mode: 'any' } },
  }),
  sections: ['who', 'quorum', 'due', 'rights', 'policies', 'about'],
};
