import { terminator } from '../outlines';
import type { Part } from '../part';

export const end: Part = {
  id: 'end',
  kind: 'end',
  name: { 'zh-CN': '结束', en: 'End' },
  hint: { 'zh-CN': '流程到此为止：通过或不通过', en: 'Where the flow ends: approved or rejected' },
  icon: 'M4.5 5h7a3 3 0 0 1 0 6h-7a3 3 0 0 1 0-6ZM5.5 8h5',
  size: { width: 140, height: 48 },
  outline: terminator,
  create: (id) => ({
    id,
    kind: 'end',
    name: { 'zh-CN': '通过', en: 'Approved' },
    end: { result: 'approved' },
  }),
  sections: ['result', 'about'],
};
