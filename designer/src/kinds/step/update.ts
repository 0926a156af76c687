import { process } from '../outlines';
import type { Part } from '../part';

export const update: Part = {
  id: 'update',
  kind: 'step',
  name: { 'zh-CN': '更新记录', en: 'Update' },
  hint: { 'zh-CN': '自动修改记录的字段', en: "Changes the record's fields by itself" },
  icon: 'M2.5 3.5h11v9h-11ZM5.3 8.6a2.8 2.8 0 1 0 .7-2.6M5.3 4.8v1.7H7',
  size: { width: 200, height: 72 },
  outline: process,
  create: (id) => ({
    id,
    kind: 'step',
    name: { 'zh-CN': '更新记录', en: 'Update the record' },
    action: { type: 'update', set: [] },
  }),
  sections: ['changes', 'about'],
};
